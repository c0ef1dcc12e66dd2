"""A name that reads as another's is refused, with a link to the one that has it."""

from collections.abc import Callable

import pytest
from flask import Flask

from registry.models import Choice
from registry.records.alike import NO_NAMES
from registry.records.kinds import SCHEME_LABELS
from registry.rules.fields import Scheme
from registry.services import Services
from tests.web.accounts.samples import PAGE, of_nina
from tests.web.editorial.test_proposals import TERM, TERM_FORM, proposed
from tests.web.people import sign_in
from tests.web.writing import markup

NEW_ORGANISATION = "/redaktion/poster/organisation/ny"
NEW_WORD = "/redaktion/poster/word/ny"
NEW_AGREEMENT = "/redaktion/aftaler/ny"
SHOUTED = str.upper
CYRILLIC = str.maketrans("aeo", "аео")
DISGUISES: tuple[Callable[[str], str], ...] = (
    SHOUTED,
    lambda name: name.translate(CYRILLIC),
    lambda name: f"\u200b{name}\u00ad ",
)
WHY = {"reason": "Prøve", "source": "Prøve", "base": ""}


def link_to(address: str) -> str:
    return f'<a href="{address}">{address}</a>'


@pytest.mark.parametrize("disguise", DISGUISES)
def test_an_organisation(people: Flask, disguise: Callable[[str], str]) -> None:
    form = {"name": disguise("Nordby Kommune"), "kind": "kommune", "slug": "ny", **WHY}

    answer = sign_in(people, "rita").post(NEW_ORGANISATION, form)

    assert answer.status_code == 400
    assert link_to("/organisationer/nordby") in answer.text


def first_choice(app: Flask, scheme: str) -> Choice:
    services: Services = app.extensions["registry"]
    schemes = services.catalogue.today().vocabulary.schemes
    return next(iter(schemes.get(scheme, {}).values()))


LISTS = [name for name, _ in SCHEME_LABELS if name not in NO_NAMES]


@pytest.mark.parametrize("scheme", LISTS)
def test_a_word_in_a_list(people: Flask, scheme: str) -> None:
    first = first_choice(people, scheme)
    rita = sign_in(people, "rita")
    form = {"scheme": scheme, "label": SHOUTED(first.label), "key": "ny", **WHY}

    answer = rita.post(NEW_WORD, form)

    address = f"/redaktion/ord?q={first.key}"
    assert answer.status_code == 400
    assert link_to(address) in answer.text
    assert first.label in rita.get(address).text


def test_two_rows_may_be_told_in_the_same_words(people: Flask) -> None:
    first = first_choice(people, Scheme.PLAIN_WORDS)
    key = first.key.replace("-1", "-2")
    form = {"scheme": Scheme.PLAIN_WORDS, "label": first.label, "key": key, **WHY}

    answer = sign_in(people, "rita").post(NEW_WORD, form)

    assert answer.status_code == 303


def test_a_term(people: Flask) -> None:
    rita = sign_in(people, "rita")
    first = next(iter(people.extensions["registry"].catalogue.today().terms.values()))

    form = {**TERM, "term": SHOUTED(first.term), "key": "ny"}
    answer = rita.post(TERM_FORM, form)

    address = f"/ordliste?ord={first.key}#{first.key}"
    assert answer.status_code == 400
    assert link_to(address) in answer.text
    assert f'id="{first.key}"' in rita.get(address).text


def test_an_agreement(people: Flask) -> None:
    for title in ("PRØVEAFTALE OM UDSKRIVNING & HJÆLP", "Proeve udskrivning"):
        form = {"title": title, "kind": "samarbejdsaftale"}
        answer = sign_in(people, "rita").post(NEW_AGREEMENT, form)

        assert answer.status_code == 400
        assert link_to("/aftaler/proeve-udskrivning") in answer.text, title


@pytest.mark.parametrize("username", ["RITA", "rita", "ri\u00adta"])
def test_a_username(people: Flask, username: str) -> None:
    ada = sign_in(people, "ada")

    answer = ada.post(PAGE, of_nina(brugernavn=username))

    assert answer.status_code == 409
    assert link_to(f"{PAGE}#konto-rita") in answer.text
    assert 'id="konto-rita"' in ada.get(PAGE).text


def test_of_two_that_were_proposed_the_second_leads_to_the_first(people: Flask) -> None:
    rita, gorm = sign_in(people, "rita"), sign_in(people, "gorm")
    first = proposed(rita, TERM_FORM, {**TERM, "key": "medicinbud"})
    second = proposed(rita, TERM_FORM, {**TERM, "term": "MEDICINBUD", "key": "bud"})
    assert gorm.post(f"{first}/bekraeft").status_code == 303

    answer = gorm.post(f"{second}/bekraeft")

    assert answer.status_code == 409
    assert link_to("/ordliste?ord=medicinbud#medicinbud") in answer.text


@pytest.mark.parametrize(
    "name",
    [
        "<b>Nordby</b> (/organisationer/x)",
        "Nordby (//ondt.dk)",
        "Nordby (/redaktion/konti-log-ud)",
        'Nordby (/ordliste"onclick=x)',
    ],
)
def test_what_is_typed_is_escaped_and_leads_nowhere_else(
    people: Flask, name: str
) -> None:
    answer = sign_in(people, "ada").post(PAGE, of_nina(roller=[name]))

    assert answer.status_code == 400
    assert "<b>Nordby" not in answer.text
    assert '//ondt.dk"' not in answer.text and "onclick=x>" not in answer.text
    assert 'href="/redaktion/konti-log-ud"' not in answer.text
    assert "Nordby" in markup(answer)
