"""The page of differences between two versions, through the page.

Also covers registry/web/reader/difference_summary.py,
registry/web/reader/difference_view.py and registry/web/reader/difference_words.py.
"""

import html
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry import content, create_app
from registry.publishing import beginning, editing
from registry.storage.db import connect, migrate
from tests.publishing.people import RITA, SLUG
from tests.web.people import sign_in

SOURCE = "proeve-udskrivning/2.md"
CHILDREN, ADULTS, LAST = (
    f"  - key: {key}\n" for key in ("varsel-boern", "varsel-voksne", "stroemper")
)
STOCKINGS = """    payer: [kommune]
    treatment_responsible: [ikke-relevant]
    section: Efter udskrivning
"""
DEADLINE = """    deadline: Senest 8 hverdage før udskrivning
    deadline_amount: 8
    deadline_unit: hverdage
    deadline_relation: før
    deadline_event: udskrivning
"""
NEW_ROW = """rows:
  - key: medicin
    task_key: medicin
    task: Sende medicin med hjem
    phase: udskrivning
    target_groups: [voksne]
    responsible: [hospital]
    authority: [ikke-relevant]
    payer: [kommune]
    treatment_responsible: [praktiserende-laege]
    section: Udskrivning
    source: Opdigtet
    fact: proeve:1
    confirmed: true
    deadline: Ved udskrivning
"""
LONG = "\n".join(
    f"Linje {n} siger det samme som før i begge udgaver." for n in range(40)
)
PAYER = (STOCKINGS, STOCKINGS.replace("payer: [kommune]", "payer: [hospital]"))
SITUATION = ("situation: Varigt behov", "situation: Behovet er varigt")
SENTENCE = ("Kommunen leverer", "Den kommune, hvor borgeren bor, leverer")
START = ("in_force_from: 2024-01-01", "in_force_from: 2025-03-01")
ECONOMICS = "economics: Fremgår ikke.\n"
REASONED = "signed_reasons: ['{}:economics: {}']\n"
# What the second version of each invented agreement says instead of what its first
# does.
CHANGES: dict[str, tuple[tuple[str, str], ...]] = {
    "alt": (
        PAYER,
        SITUATION,
        SENTENCE,
        START,
        ("Opdigtet prøveindhold", "Opfundet indhold"),
    ),
    "betaler": (PAYER, SITUATION, SENTENCE),
    "frist": (
        ("Senest 8 hverdage", "Senest 5 hverdage"),
        ("deadline_amount: 8", "deadline_amount: 5"),
    ),
    "anden-frist": ((DEADLINE, "    deadline: Straks efter indlæggelsen\n"),),
    "uden-frist": ((DEADLINE, ""),),
    "ny-snitflade": (("rows:\n", NEW_ROW),),
    "ordlyd": (SITUATION, SENTENCE),
    "oekonomi": ((ECONOMICS, "economics: Fremgår af bilaget.\n"),),
    "datoer": ((START[0], f"{START[1]}\nin_force_until: 2030-01-01"),),
    "maaned": (
        ("in_force_from: 2024-01-01", "in_force_from: 2024-03-01"),
        ("date_precision: day", "date_precision: month"),
    ),
    "ukendt-dag": (
        ("in_force_from: 2024-01-01\ndate_precision: day", "date_precision: unknown"),
    ),
    "andre-roller": (
        (
            "  formel-part: [proeveregion, nordby, sydby]",
            "  formel-part: [proeveregion, nordby]\n  tiltraedende-part: [sydby]",
        ),
        ("kind: see-also", "kind: supplements"),
    ),
    "felter": (
        (
            "legal_basis: [Prøveloven § 1]",
            "legal_basis: [Prøveloven § 1, Prøveloven § 2]",
        ),
        ("date_precision: day", "date_precision: month\nreview_on: 2028-05-01"),
        (
            "    confirmed: false\n",
            "    confirmed: true\n    economic_consequences: Kommunen sparer.\n",
        ),
    ),
    "ens": (),
    "langt": (("Om øer.", "Om mange øer."),),
    "farligt": (
        ("Om øer.", "<script>alert(2)</script> & <b>fed</b>"),
        ("situation: Barnet kan", "situation: <em>barnet</em> kan"),
    ),
    "tomt-felt": (
        (
            ECONOMICS,
            REASONED.format("tomt-felt", "Parterne forhandler: det afgøres i 2027."),
        ),
    ),
    "pladsholder": (
        (
            ECONOMICS,
            "economics: Afventer.\n"
            + REASONED.format("pladsholder", "Tallene kommer."),
        ),
    ),
}
REVIEW = """entries:
  - ref: gennemgang
    effective_on: 2026-10-01
    agreement: ens
    next_on: 2029-06-02
    recorded_at: 2026-10-01T00:00:00+02:00
"""


def write_versions(folder: Path) -> None:
    """An agreement of two versions for each of CHANGES, as content files."""
    first = (folder / SOURCE).read_text(encoding="utf-8")
    # Only one agreement can be the one that replaces another.
    first = first.replace("kind: replaces", "kind: see-also")
    first = first.replace("Om øer.", f"{LONG}\n\nOm øer.")
    for name, changes in CHANGES.items():
        second = first.replace("recorded_at: 2026-06-01", "recorded_at: 2026-09-01")
        for old, new in changes:
            assert second.count(old) >= 1, (name, old)
            second = second.replace(old, new)
        (folder / name).mkdir()
        (folder / name / "1.md").write_text(first, encoding="utf-8")
        (folder / name / "2.md").write_text(second, encoding="utf-8")
    write_reordered(folder / "orden", first)


def write_reordered(folder: Path, first: str) -> None:
    """An agreement whose second version has its rows in another order."""
    head, rest = first.split(CHILDREN)
    children, others = rest.split(ADULTS)
    adults, end = others.split(LAST)
    second = "".join((head, ADULTS, adults, CHILDREN, children, LAST, end))
    folder.mkdir()
    (folder / "1.md").write_text(first, encoding="utf-8")
    (folder / "2.md").write_text(second, encoding="utf-8")


@pytest.fixture(scope="module")
def changed_app(tmp_path_factory: pytest.TempPathFactory, catalogue_dir: Path) -> Flask:
    """The invented catalogue with the agreements of CHANGES beside its own."""
    folder = tmp_path_factory.mktemp("differences")
    source = Path(shutil.copytree(catalogue_dir, folder / "katalog"))
    write_versions(source / "agreements")
    (source / "records" / "reviews.yaml").write_text(REVIEW, encoding="utf-8")
    url = f"sqlite:///{folder / 'registry.sqlite'}"
    engine = connect(url)
    migrate(engine)
    content.load(engine, source)
    return create_app(DATABASE_URL=url, INDEX_DIR=str(folder / "index"))


@pytest.fixture
def reader(changed_app: Flask, stopped_clock: datetime) -> FlaskClient:
    return changed_app.test_client()


def main_of(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.text[response.text.index("<main") : response.text.index("</main>")]


def text_of(client: FlaskClient, address: str) -> str:
    """What is to be seen on the page, in one line."""
    seen = main_of(client, address).replace("</dt><dd>", "</dt> <dd>")
    seen = re.sub(r'<span class="sr-only">.*?</span>', "", seen)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", seen)).split())


# Responsibility


def test_a_change_of_payer_stands_first(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/betaler/forskel?fra=1&til=2")
    assert "Ansvaret er ændret i 1 snitflade." in text
    first = text.index("Levere kompressionsstrømper Ændret")
    assert text.index("Betales af: Kommune → Hospital") > first
    assert (
        first
        < text.index("Øvrige ændringer i snitfladerne")
        < text.index("Aftalens tekst")
    )


def test_a_change_is_told_without_colour(reader: FlaskClient) -> None:
    main = main_of(reader, "/aftaler/betaler/forskel")
    assert '<del><span class="sr-only">fjernet: </span>Kommune</del>' in main
    assert '<ins><span class="sr-only">tilføjet: </span>Hospital</ins>' in main


def test_a_deadline_is_told_by_its_length(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/frist/forskel")
    assert "Frist: 8 hverdage → 5 hverdage" in text


def test_a_deadline_that_says_something_else_is_told_whole(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/anden-frist/forskel")
    assert (
        "Frist: Senest 8 hverdage før udskrivning → Straks efter indlæggelsen" in text
    )


def test_a_deadline_that_went_is_told_as_such(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/uden-frist/forskel")
    assert "Frist: Senest 8 hverdage før udskrivning → ikke udfyldt" in text


def test_a_row_that_came_is_told_with_its_answers(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/ny-snitflade/forskel")
    assert "1 snitflade er kommet til." in text
    assert "Sende medicin med hjem Tilføjet" in text
    for answer in (
        "Udføres af: Hospital",
        "Myndighedsansvar: Ikke relevant",
        "Betales af: Kommune",
        "Lægeligt behandlingsansvar: Praktiserende læge",
        "Frist: Ved udskrivning",
    ):
        assert answer in text


def test_a_row_that_went_is_told_with_its_answers(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/ny-snitflade/forskel?fra=2&til=1")
    assert "1 snitflade er fjernet." in text
    assert "Sende medicin med hjem Fjernet" in text
    main = main_of(reader, "/aftaler/ny-snitflade/forskel?fra=2&til=1")
    assert '<a href="/aftaler/ny-snitflade/udgaver/2#medicin">' in main
    assert '<del><span class="sr-only">fjernet: </span>Praktiserende læge</del>' in main


def test_several_kinds_of_change_are_counted(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/proeve-udskrivning/forskel")
    assert "Ansvaret er ændret i 1 snitflade, og 1 snitflade er kommet til." in text


# What is no change of responsibility


def test_wording_alone_is_no_change_of_responsibility(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/ordlyd/forskel")
    assert "Ansvaret er uændret: Der er kun ændret i ordlyden." in text
    assert "Hvem gør hvad" not in text
    assert text.index("Situation: Varigt behov Behovet er varigt") < text.index(
        "Aftalens tekst"
    )
    main = main_of(reader, "/aftaler/ordlyd/forskel")
    assert (
        '<ins><span class="sr-only">tilføjet: </span>Den kommune, hvor borgeren bor,'
        in main
    )


def test_new_words_in_the_three_fields_ask_the_reader_to_judge(
    reader: FlaskClient,
) -> None:
    text = text_of(reader, "/aftaler/oekonomi/forskel")
    assert "Ansvaret er uændret: Der er kun ændret i ordlyden." in text
    assert "Teksten er ændret under Økonomi. Læs selv" in text
    assert "Økonomi: Fremgår ikke. af bilaget." in text


def test_dates_are_told_by_their_last_day(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/datoer/forskel")
    assert "Ansvaret er uændret: Der er kun ændret i datoer." in text
    assert "I kraft fra: 1. januar 2024 → 1. marts 2025" in text
    assert "I kraft til og med: ingen egen slutdato → 31. december 2029" in text


def test_a_day_is_told_no_more_exactly_than_it_is_known(reader: FlaskClient) -> None:
    month = text_of(reader, "/aftaler/maaned/forskel?fra=1&til=2")
    assert "I kraft fra: 1. januar 2024 → marts 2024" in month
    assert "Udgave 2 (marts 2024)" in month
    unknown = text_of(reader, "/aftaler/ukendt-dag/forskel?fra=1&til=2")
    assert "I kraft fra: 1. januar 2024 → dagen kendes ikke" in unknown


def test_parties_and_relations_are_told_by_role(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/andre-roller/forskel")
    assert (
        "Ansvaret i snitfladerne er uændret: "
        "Der er kun ændret i parter og sammenhængen med andre aftaler." in text
    )
    assert "Formel part: Sydby Kommune Tiltrædende part: Sydby Kommune" in text
    assert "Supplerer: Den gamle prøveaftale Se også: Den gamle prøveaftale" in text


def test_lists_and_choices_are_told_in_words(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/felter/forskel")
    assert "Lovgrundlag: Prøveloven § 2" in text
    assert "Datoens præcision: dag → måned" in text
    assert "Bekræftet: nej → ja" in text
    assert "Økonomiske konsekvenser: Kommunen sparer." in text


def test_rows_in_another_order_are_mentioned(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/orden/forskel")
    assert "Ansvaret er uændret: Der er kun ændret i snitfladernes rækkefølge." in text
    assert "Snitfladerne står i en anden rækkefølge." in text


def test_versions_that_say_the_same_say_so(reader: FlaskClient) -> None:
    assert "De to udgaver siger det samme." in text_of(reader, "/aftaler/ens/forskel")


def test_long_stretches_without_a_change_are_folded(reader: FlaskClient) -> None:
    main = main_of(reader, "/aftaler/langt/forskel")
    folded = re.findall(
        r"<summary>…\s+(\d+)\s+ord\s+uden\s+ændring\s+…</summary>([^<]*)</details>",
        main,
    )
    assert [int(words) for words, _ in folded] == [
        len(text.split()) for _, text in folded
    ]
    assert len(folded) == 1
    assert "Linje 20 siger" in folded[0][1]
    assert "Linje 39 siger" not in folded[0][1]


# Which versions


def test_it_begins_with_the_version_shown_and_the_one_before(
    reader: FlaskClient,
) -> None:
    assert "Fra udgave 1 til udgave 2." in text_of(reader, "/aftaler/datoer/forskel")
    earlier = text_of(reader, "/aftaler/datoer/forskel?pr=2024-06-01")
    assert "samme udgave to gange: udgave 1" in earlier


def test_the_form_keeps_what_was_chosen(reader: FlaskClient) -> None:
    main = main_of(reader, "/aftaler/alt/forskel?fra=2&til=1&kommune=nordby")
    assert "Fra udgave 2 til udgave 1" in text_of(
        reader, "/aftaler/alt/forskel?fra=2&til=1"
    )
    assert '<input type="hidden" name="kommune" value="nordby">' in main
    chosen = re.findall(r'<option value="(\d)" selected>', main)
    assert chosen == ["2", "1"]


def test_the_same_version_twice_is_no_mistake(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/alt/forskel?fra=2&til=2")
    assert "Du har valgt samme udgave to gange: udgave 2" in text


def test_an_agreement_of_one_version_says_so(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/proeve-lokal/forskel")
    assert "Aftalen har kun én udgave" in text


def test_what_was_recorded_later_is_not_there(reader: FlaskClient) -> None:
    before = "vist=2026-07-01T12:00"
    assert "Aftalen har kun én udgave" in text_of(
        reader, f"/aftaler/alt/forskel?{before}"
    )
    assert reader.get(f"/aftaler/alt/forskel?fra=1&til=2&{before}").status_code == 404


@pytest.mark.parametrize(
    "path", ["ukendt/forskel", "alt/forskel?til=9", "alt/forskel?fra=0"]
)
def test_what_is_not_there_is_not_found(reader: FlaskClient, path: str) -> None:
    assert reader.get(f"/aftaler/{path}").status_code == 404


@pytest.mark.parametrize("name", ["fra", "til"])
@pytest.mark.parametrize("value", ["abc", "-1", "1.5", "²", "<script>", "9" * 5000])
def test_what_is_no_number_is_refused_by_name(
    reader: FlaskClient, name: str, value: str
) -> None:
    response = reader.get("/aftaler/alt/forskel", query_string={name: value})
    assert response.status_code == 400
    assert f"{name}: skriv nummeret på en udgave" in response.text
    assert "<script>" not in response.text


def test_html_in_the_texts_is_shown_as_text(reader: FlaskClient) -> None:
    main = main_of(reader, "/aftaler/farligt/forskel")
    assert "<script>" not in main
    assert "&lt;script&gt;alert(2)&lt;/script&gt; &amp; &lt;b&gt;fed&lt;/b&gt;" in main
    assert "&lt;em&gt;barnet&lt;/em&gt;" in main


def test_the_agreement_s_page_leads_to_the_differences(reader: FlaskClient) -> None:
    main = main_of(reader, "/aftaler/alt?kommune=nordby")
    link = '<a href="/aftaler/alt/forskel?kommune=nordby&amp;fra=1&amp;til=2">'
    assert f"{link}Forskelle fra udgave 1</a>" in main
    assert main.count("Forskelle fra udgave") == 1


def test_the_approver_sees_the_same_differences(people: Flask) -> None:
    catalogue = people.extensions["registry"].catalogue
    draft = beginning.begin_version(catalogue, SLUG, RITA)
    editing.remove_row(catalogue, draft, "stroemper", RITA)

    answer = sign_in(people, "gorm").get(f"/redaktion/kladder/{draft}/gennemgang")

    assert "1 snitflade er fjernet." in answer.text
    assert '<h3 id="forskel-ansvar">Hvem gør hvad</h3>' in answer.text
    names = re.findall(r'\sid="([^"]*)"', answer.text)
    assert sorted(names) == sorted(set(names))


# What was decided, on the agreement's page


def test_a_field_left_empty_says_why(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/tomt-felt/udgaver/2")
    reason = "Begrundelse ved godkendelsen: Parterne forhandler: det afgøres i 2027."
    assert f"Økonomi Ikke udfyldt. {reason}" in text
    assert text.count("Begrundelse ved godkendelsen") == 1


def test_a_signed_placeholder_stands_with_its_reason(reader: FlaskClient) -> None:
    text = text_of(reader, "/aftaler/pladsholder")
    assert "Økonomi Afventer. Begrundelse ved godkendelsen: Tallene kommer." in text
    assert "Ikke udfyldt" not in text


def test_the_page_says_when_the_agreement_is_gone_through(reader: FlaskClient) -> None:
    assert "Gennemgås senest 1. maj 2028" in text_of(reader, "/aftaler/felter")
    assert "Gennemgås senest" not in text_of(reader, "/aftaler/felter/udgaver/1")
    assert "Gennemgås senest 2. juni 2029" in text_of(reader, "/aftaler/ens")


def test_a_row_s_page_tells_the_economic_consequences(reader: FlaskClient) -> None:
    text = text_of(reader, "/snitflader/felter.varsel-boern")
    assert "Økonomiske konsekvenser Kommunen sparer." in text
