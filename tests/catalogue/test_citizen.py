"""Rows told to a citizen: never more than the row says, never less than its limits.

Also covers registry/catalogue/citizen_asks.py, registry/catalogue/citizen_closing.py,
registry/catalogue/citizen_deed.py, registry/catalogue/citizen_telling.py and
registry/rules/citizens.py.
"""

from typing import Any

import pytest

from registry.catalogue.citizen import (
    SEEK_HELP,
    UNCONFIRMED,
    Guide,
    guide,
    telling_of,
)
from registry.catalogue.citizen_asks import CitizenAsk
from registry.catalogue.citizen_closing import about_others, lacking
from registry.catalogue.citizen_deed import together
from registry.catalogue.citizen_telling import HELP_NOW, RING, Telling, headed
from registry.models import Choice
from registry.rules.citizens import Business
from tests.catalogue.shelf import EARLY, Shelf

PLAIN = {
    "Varsle kommunen": "giver kommunen besked om dig",
    "Levere puder": "{eller} leverer puder til dig",
    "Kan vælge plads": "kan vælge plads",
    "Betale": "betaler regionen for dagen",
    "Borgeren er hjemløs": "Hvis du er hjemløs. Loven siger det.",
    "Nordby": "Det er en ordning i Nordby.",
    "Svare": "svarer, når nogen spørger dig",
    "Inden 3 dage": "Det sker inden 3 dage.",
    "Børn": "Det gælder ikke børn.",
    "I tvivl": "Er der tvivl, får du det alligevel.",
    "Hospital": "hospitalet",
    "Kommune": "kommunen",
    "Borger": "du",
    "Overlæge": "den, der er overlæge,",
    "Akut": "Når det haster",
    "Forgiftet": "Hvis du har en akut forgiftning.",
    "Bedt om det": "Hvis du har bedt om det.",
    "Varsle om barnet": "fortæller kommunen om barnet",
    "Før": "Det sker, før du bliver udskrevet.",
    "På ét hospital": "Kun hvis du er patient på Nordby Hospital.",
    "Set på ét hospital": "Hvis du er patient på Sydby Hospital.",
    "Have myndighed": "bestemmer om og betaler for din træning",
    "Ikke opkræve": "du betaler ikke for opholdet",
    "Planlagt": "Hvis det er planlagt. Du kan ikke selv henvende dig.",
    "Med et ja": "Hvis du har sagt ja.",
}
ACTORS = {
    "hospital": "Hospital",
    "kommune": "Kommune",
    "borger": "Borger",
    "overlaege": "Overlæge",
    "retten": "Retten",
}


def choice(scheme: str, key: str, label: str, *also: str) -> Choice:
    return Choice(
        scheme=scheme,
        key=key,
        position=0,
        label=label,
        also=list(also),
        sector=key if key in ("borger", "kommune") else None,
        recorded_at=EARLY,
    )


@pytest.fixture
def shelf(shelf: Shelf) -> Shelf:
    shelf.add(
        *(choice("actors", key, label) for key, label in ACTORS.items()),
        choice("phases", "akut", "Akut"),
        choice("phases", "udskrivning", "Udskrivning"),
        *(
            choice("plain-words", f"alle.tekst-{number}", plain, text)
            for number, (text, plain) in enumerate(PLAIN.items())
        ),
    )
    return shelf


def told(shelf: Shelf, **fields: Any) -> Telling:
    quiet = {"phase": "udskrivning", "confirmed": True}
    row = {"key": "a", "task": "Varsle kommunen", **quiet, **fields}
    shelf.publish("aftale", row)
    return telling_of(shelf.at(), shelf.at().answering_rows[0])


def test_who_is_the_rows_own_and_what_is_its_text_in_plain_words(shelf: Shelf) -> None:
    telling = told(shelf, responsible=["hospital"])
    assert telling.sentences == ("Hospitalet giver kommunen besked om dig.",)
    assert telling.title == "Aftale"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"authority": ["hospital"], "payer": ["hospital"]},
            "Hospitalet bestemmer om og betaler for din træning.",
        ),
        # Two fields that name two are no one's deed, nor is what only one of them says.
        (
            {"authority": ["hospital"], "payer": ["kommune"]},
            "Aftalen siger ikke, hvem der bestemmer om og betaler for din træning.",
        ),
        (
            {"authority": ["hospital"]},
            "Aftalen siger ikke, hvem der bestemmer om og betaler for din træning.",
        ),
        (
            {"responsible": ["kommune"], "authority": ["hospital"]},
            "Kommunen bestemmer om og betaler for din træning.",
        ),
    ],
)
def test_what_another_field_of_the_row_says_is_not_told_as_unsaid(
    shelf: Shelf, fields: dict[str, list[str]], sentence: str
) -> None:
    unsaid = {"responsible": ["ikke-oplyst"], "payer": ["ikke-oplyst"]}
    telling = told(shelf, task="Have myndighed", **{**unsaid, **fields})
    assert telling.sentences[0] == sentence


def test_a_deed_that_is_the_readers_own_is_told_to_them_whoever_does_it(
    shelf: Shelf,
) -> None:
    unsaid = {"task": "Ikke opkræve", "responsible": ["ikke-oplyst"]}
    telling = told(shelf, task_key="saerlige-pladser", **unsaid)
    assert telling.to_reader
    assert telling.sentences[0] == "Du betaler ikke for opholdet."

    asked = told(shelf, situation="Bedt om det", **unsaid)
    assert asked.to_reader


def test_everything_that_limits_the_row_is_told(shelf: Shelf) -> None:
    telling = told(
        shelf,
        responsible=["hospital"],
        situation="Borgeren er hjemløs",
        deadline="Inden 3 dage",
        does_not_apply_to="Børn",
        payer=["kommune"],
        in_doubt="I tvivl",
        confirmed=False,
    )
    assert telling.sentences == (
        "Hvis du er hjemløs, giver hospitalet kommunen besked om dig.",
        "Det gælder ikke børn.",
        "Det sker inden 3 dage.",
        "Loven siger det.",
        "Kommunen betaler.",
        "Er der tvivl, får du det alligevel.",
        "Reglen er ikke sikker: Vi har ikke fået den bekræftet.",
    )


def test_a_situation_that_is_no_condition_is_told_after(shelf: Shelf) -> None:
    telling = told(shelf, responsible=["hospital"], situation="Nordby")
    assert telling.sentences == (
        "Hospitalet giver kommunen besked om dig.",
        "Det er en ordning i Nordby.",
    )


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"task": "Kan vælge plads"},
            "Hvis du er hjemløs, kan hospitalet vælge plads.",
        ),
        (
            {"task": "Svare", "responsible": ["overlaege"]},
            "Hvis du er hjemløs, svarer den, der er overlæge, når nogen spørger dig.",
        ),
        (
            {"task": "Levere puder", "responsible": []},
            "Hvis du er hjemløs, siger aftalen ikke, hvem der leverer puder til dig.",
        ),
        (
            {"task": "Noget nyt"},
            "Hvis du er hjemløs, har hospitalet denne opgave: Noget nyt.",
        ),
    ],
)
def test_after_a_condition_the_verb_stands_before_who_does_it(
    shelf: Shelf, fields: dict[str, Any], sentence: str
) -> None:
    own = {"responsible": ["hospital"], "situation": "Borgeren er hjemløs", **fields}
    assert told(shelf, **own).sentences[0] == sentence


def test_what_is_said_already_is_not_said_again(shelf: Shelf) -> None:
    telling = told(
        shelf, responsible=["hospital"], situation="Nordby", in_doubt="Nordby"
    )
    assert telling.text.count("Det er en ordning i Nordby.") == 1


def test_a_text_without_plain_words_is_told_as_it_stands(shelf: Shelf) -> None:
    telling = told(
        shelf,
        task="Aftale noget nyt",
        responsible=["hospital"],
        situation="Noget andet",
        deadline="Snart",
        does_not_apply_to="Visse",
        in_doubt="Spørg nogen",
    )
    assert telling.sentences == (
        "Det gælder her: Noget andet. Hospitalet har denne opgave: Aftale noget nyt.",
        "Det gælder ikke for: Visse.",
        "Fristen er: Snart.",
        "Er der tvivl: Spørg nogen.",
    )


def test_a_changed_text_is_no_longer_told_by_the_old_plain_words(shelf: Shelf) -> None:
    telling = told(shelf, task="Varsle kommunen straks", responsible=["hospital"])
    assert "besked om dig" not in telling.text


@pytest.mark.parametrize("nobody", [[], ["ikke-oplyst"], ["ikke-relevant"]])
def test_that_nobody_is_named_is_said(shelf: Shelf, nobody: list[str]) -> None:
    telling = told(shelf, task="Levere puder", responsible=nobody)
    assert telling.text == "Aftalen siger ikke, hvem der leverer puder til dig."


@pytest.mark.parametrize(
    ("task", "doers", "sentence"),
    [
        ("Levere puder", ["hospital", "kommune"], "Hospitalet eller kommunen leverer"),
        ("Varsle kommunen", ["hospital", "borger"], "Hospitalet og du giver"),
        ("Varsle kommunen", ["overlaege"], "Den, der er overlæge, giver"),
        (
            "Varsle kommunen",
            ["overlaege", "borger"],
            "Den, der er overlæge, og du giver",
        ),
        ("Varsle kommunen", ["retten"], "Retten giver"),
    ],
)
def test_several_who_do_it_are_one_phrase(
    shelf: Shelf, task: str, doers: list[str], sentence: str
) -> None:
    assert told(shelf, task=task, responsible=doers).text.startswith(sentence)


def test_a_deadline_that_is_not_stated_is_not_told(shelf: Shelf) -> None:
    telling = told(shelf, responsible=["hospital"], deadline="Ikke oplyst")
    assert len(telling.sentences) == 1


@pytest.mark.parametrize(
    ("payer", "sentence"),
    [
        (["borger"], "Du betaler selv."),
        (["hospital", "borger"], "Hospitalet og du betaler."),
        (["ikke-oplyst"], None),
        ([], None),
    ],
)
def test_who_pays_is_told_where_the_row_says_so(
    shelf: Shelf, payer: list[str], sentence: str | None
) -> None:
    telling = told(shelf, responsible=["hospital"], payer=payer)
    assert telling.sentences[1:] == ((sentence,) if sentence else ())


def test_who_pays_is_not_told_twice(shelf: Shelf) -> None:
    telling = told(shelf, task="Betale", responsible=["kommune"], payer=["kommune"])
    assert telling.text == "Kommunen betaler regionen for dagen."


def told_all(shelf: Shelf) -> Guide:
    return guide(shelf.at(), shelf.at().answering_rows, None)


def test_chapters_follow_the_phases_and_leave_out_the_empty(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"]}
    shelf.publish("b", {"key": "b", "phase": "udskrivning", **puder})
    shelf.publish("a", {"key": "a", **puder}, {"key": "c", **puder})
    first, second = told_all(shelf).chapters
    assert (first.key, first.title) == ("akut", "Når det haster")
    assert [telling.row.id for telling in first.tellings] == ["a.a", "a.c"]
    assert second.title == "Udskrivning"
    assert first.text.count("leverer puder") == 2


@pytest.mark.parametrize(
    ("fields", "business"),
    [
        ({"task": "Levere puder", "responsible": ["kommune"]}, None),
        ({"task": "Betale", "responsible": ["hospital"]}, Business.MONEY),
        ({"task": "Betale", "responsible": ["borger"]}, None),
        ({"task": "Kan vælge plads", "responsible": ["kommune"]}, Business.WORK),
        ({"task": "Kan vælge plads", "responsible": ["borger"]}, None),
        (
            {"responsible": ["overlaege"], "task_key": "laegeattest"},
            Business.CERTIFICATES,
        ),
        ({"responsible": ["borger"], "task_key": "utilsigtede-haendelser"}, None),
        ({"task": "Uden almindelige ord", "responsible": ["kommune"]}, None),
    ],
)
def test_only_what_happens_to_the_citizen_or_is_done_for_them_is_theirs(
    shelf: Shelf, fields: dict[str, Any], business: Business | None
) -> None:
    telling = told(shelf, **fields)
    assert telling.business is business
    assert telling.to_reader is (business is None)


def test_what_is_not_the_citizens_is_counted_by_what_it_is_about(shelf: Shelf) -> None:
    shelf.publish(
        "a",
        {"key": "mine", "task": "Levere puder", "responsible": ["kommune"]},
        {"key": "others", "task": "Betale", "responsible": ["hospital"]},
    )
    all_told = told_all(shelf)
    (chapter,) = all_told.chapters
    assert [telling.row.id for telling in chapter.tellings] == ["a.mine"]
    assert all_told.others == {Business.MONEY: 1}
    assert about_others(all_told.others) == (
        "Kataloget har 1 anden regel, der ikke handler om dig: betaling mellem "
        "kommune, region og læger (1)."
    )
    assert about_others({}) == ""


def test_what_is_lacking_is_said(shelf: Shelf) -> None:
    shelf.publish(
        "a",
        {"key": "a", "task": "Levere puder", "responsible": [], "confirmed": False},
        {
            "key": "b",
            "task": "Levere puder",
            "responsible": ["kommune"],
            "deadline": "Inden 3 dage",
            "confirmed": True,
        },
    )
    assert lacking(told_all(shelf).lacks) == [
        "Der står ikke noget på siden om «Udskrivning».",
        "Ved 1 af de 2 regler står der ikke, hvornår det sker.",
        "Ved 1 af de 2 regler står der ikke, hvem der gør det.",
        "1 af de 2 regler er ikke sikre. Spørg, før du regner med dem, men vent ikke, "
        "hvis det haster.",
    ]


def test_a_citizen_asks_those_they_meet(shelf: Shelf) -> None:
    puder = {"task": "Levere puder"}
    shelf.publish(
        "a",
        {"key": "a", **puder, "responsible": ["hospital", "overlaege"]},
        {"key": "b", **puder, "responsible": []},
        {"key": "c", **puder, "responsible": ["borger"]},
    )
    (chapter,) = told_all(shelf).chapters
    assert [(ask.who, ask.where, ask.numbers) for ask in chapter.asks] == [
        (("Hospital", "Overlæge"), "den afdeling, der behandler dig", ()),
        ((), "din egen læge", ()),
    ]


def asked(shelf: Shelf, group: str, *rows: dict[str, Any]) -> list[CitizenAsk]:
    puder = {"task": "Levere puder", "phase": "udskrivning"}
    shelf.publish("a", *({"key": f"k{at}", **puder, **r} for at, r in enumerate(rows)))
    (chapter,) = guide(shelf.at(), shelf.at().answering_rows, None, group).chapters
    return list(chapter.asks)


@pytest.mark.parametrize(
    ("phase", "where"),
    [
        ("henvisning", "den læge, der har henvist dig"),
        ("under-indlaeggelse", "den afdeling, der behandler dig"),
        ("efter-udskrivning", "den afdeling, du er udskrevet fra"),
    ],
)
def test_no_ward_is_asked_where_none_treats_the_patient(
    shelf: Shelf, phase: str, where: str
) -> None:
    shelf.add(choice("phases", phase, phase))
    (ask,) = asked(shelf, "voksne", {"responsible": ["hospital"], "phase": phase})
    assert ask.where == where


def test_for_the_homeless_a_municipality_is_told_apart_from_the_readers_own(
    shelf: Shelf,
) -> None:
    rows: list[dict[str, Any]] = [
        {"responsible": ["kommune"], "target_groups": ["voksne"]},
        {"responsible": ["kommune"], "target_groups": ["hjemloese"]},
    ]
    own, homeless = asked(shelf, "psykisk-sygdom", *rows)
    assert (own.where, own.only_if) == ("din kommune", "")
    assert homeless.where.startswith("den kommune, der har din sag.")
    assert homeless.only_if == "hvis du er hjemløs"


def test_on_the_page_of_the_homeless_nobody_is_told_apart(shelf: Shelf) -> None:
    homeless = {"responsible": ["kommune"], "target_groups": ["hjemloese"]}
    (ask,) = asked(shelf, "hjemloese", homeless)
    assert ask.only_if == ""


def test_the_municipality_where_one_is_answers_for_what_it_does(shelf: Shelf) -> None:
    actor = choice("actors", "opholdskommune", "Opholdskommune")
    actor.sector = "kommune"
    shelf.add(actor)
    here = {"responsible": ["opholdskommune"], "target_groups": ["hjemloese"]}
    (ask,) = asked(shelf, "hjemloese", here)
    assert ask.where == "den kommune, du er i"


def test_what_nobody_is_said_to_do_is_named_where_one_is_sent_to_ask(
    shelf: Shelf,
) -> None:
    shelf.add(choice("tasks", "puder", "Puder (§ 112)"))
    (ask,) = asked(shelf, "voksne", {"responsible": [], "task_key": "puder"})
    assert (ask.who, ask.about, ask.where) == ((), ("Puder",), "din egen læge")


def test_a_time_of_an_older_edition_says_so_in_its_own_sentence(shelf: Shelf) -> None:
    older = {"confirmed": False, "source": "Noget (ældre udgave)"}
    telling = told(shelf, responsible=["hospital"], deadline="Før", **older)
    assert telling.sentences[1] == (
        "Det sker, før du bliver udskrevet, men tiden har vi kun set i en ældre aftale."
    )


def test_names_are_joined_as_one_says_them() -> None:
    assert together(["a"], "og") == "a"
    assert together(["a,", "b", "c"], "eller") == "a, b eller c"


@pytest.mark.parametrize(
    ("fields", "is_urgent"),
    [
        ({"phase": "akut"}, True),
        ({"situation": "Forgiftet"}, True),
        ({"situation": "Bedt om det"}, False),
        ({"task": "Tage imod ved akut sygdom"}, True),
        ({"task": "Svare Akuttelefonen"}, False),
    ],
)
def test_whom_to_ring_stands_before_anything_that_could_make_one_wait(
    shelf: Shelf, fields: dict[str, Any], is_urgent: bool
) -> None:
    own = {"responsible": ["hospital"], "confirmed": False, **fields}
    sentences = told(shelf, **own).sentences
    assert (RING in sentences) is is_urgent
    ending = (UNCONFIRMED, SEEK_HELP) if is_urgent else (UNCONFIRMED,)
    assert sentences[-len(ending) :] == ending
    if is_urgent:
        assert sentences.index(RING) == 1


def test_what_is_sure_stands_before_what_is_not_of_the_same_subject(
    shelf: Shelf,
) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"]}
    unsure, sure = ({"confirmed": value, **puder} for value in (False, True))
    of = {"task_key": "misbrugsbehandling", "phase": "udskrivning"}
    inside = {"task_key": "misbrugsbehandling-under-indlaeggelse", "phase": "akut"}
    shelf.publish(
        "a",
        {"key": "unsure", **unsure, **of},
        {"key": "other", **unsure, "task_key": "puder", "phase": "udskrivning"},
        {"key": "sure", **sure, **of},
        {"key": "elsewhere", **sure, **inside},
        {"key": "urgent", **unsure, **inside},
    )
    urgent, chapter = told_all(shelf).chapters
    assert urgent.tellings[1].sentences[1:] == (RING, UNCONFIRMED, SEEK_HELP)
    assert [t.row.id for t in chapter.tellings] == ["a.sure", "a.unsure", "a.other"]
    assert [t.sentences[-1] for t in chapter.tellings] == [
        "Kommunen leverer puder til dig.",
        "Det, der er sikkert om samme emne, står lige før og under «Når det haster».",
        UNCONFIRMED,
    ]


def test_another_agreement_makes_nothing_sure(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"], "task_key": "puder"}
    puder |= {"phase": "udskrivning"}
    shelf.publish("a", {"key": "unsure", **puder, "confirmed": False})
    shelf.publish("b", {"key": "sure", **puder, "confirmed": True})
    (chapter,) = told_all(shelf).chapters
    assert [t.row.id for t in chapter.tellings] == ["a.unsure", "b.sure"]
    assert chapter.tellings[0].sentences[-1] == UNCONFIRMED


def test_what_holds_for_some_only_stands_last_in_its_own_part(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"]}
    for key, groups in {
        "child": ["boern-og-unge", "psykisk-sygdom"],
        "court": ["retslig-foranstaltning", "psykisk-sygdom"],
        "every": ["voksne", "psykisk-sygdom"],
        "second": ["boern-og-unge", "psykisk-sygdom"],
    }.items():
        shelf.publish(key, {"key": key, **puder, "target_groups": groups})

    def parts(group: str) -> list[tuple[str, str]]:
        rows = shelf.at().answering_rows
        (chapter,) = guide(shelf.at(), rows, None, group).chapters
        return [(heading, t.row.id) for heading, t in headed(chapter.tellings)]

    assert parts("psykisk-sygdom") == [
        ("", "every.every"),
        ("Har du en dom til behandling eller lignende", "court.court"),
        ("Er patienten et barn eller en ung", "child.child"),
        ("", "second.second"),
    ]
    assert [heading for heading, _ in parts("boern-og-unge")] == ["", "", "", ""]


def test_what_only_one_hospital_does_stands_in_a_part_of_its_own(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["hospital"]}
    shelf.publish(
        "a",
        {"key": "one", **puder, "situation": "På ét hospital"},
        {"key": "seen", **puder, "situation": "Set på ét hospital"},
        {"key": "place", **puder, "applies_in": ["nordby"]},
        {"key": "every", **puder},
    )
    (chapter,) = told_all(shelf).chapters
    seen = "Set på bestemte hospitaler, måske det samme på andre"
    somewhere = "Kun på bestemte hospitaler eller i bestemte kommuner"
    assert [(heading, t.row.id) for heading, t in headed(chapter.tellings)] == [
        ("", "a.every"),
        (seen, "a.seen"),
        (somewhere, "a.one"),
        ("", "a.place"),
    ]
    assert chapter.tellings[2].sentences[0] == (
        "Kun hvis du er patient på Nordby Hospital, leverer hospitalet puder til dig."
    )


def test_on_the_adults_page_an_illness_stands_in_a_part_of_its_own(
    shelf: Shelf,
) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"]}
    shelf.publish("a", {"key": "a", **puder, "target_groups": ["voksne"]})
    groups = ["voksne", "psykisk-sygdom"]
    shelf.publish("b", {"key": "b", **puder, "target_groups": groups})
    rows = shelf.at().answering_rows
    (chapter,) = guide(shelf.at(), rows, None, "voksne").chapters
    assert [heading for heading, _ in headed(chapter.tellings)] == [
        "",
        "Har du en psykisk sygdom, eller bor du på botilbud",
    ]


def test_the_sure_is_just_before_only_where_it_is(shelf: Shelf) -> None:
    puder = {"responsible": ["kommune"], "task_key": "puder", "phase": "udskrivning"}
    homeless = {"target_groups": ["hjemloese"]}
    tasks = iter(["Levere puder", "Varsle kommunen", "Svare", "Noget nyt"])
    shelf.publish(
        "a",
        {"key": "sure", **puder, "task": next(tasks), "confirmed": True},
        {"key": "first", **puder, "task": next(tasks), "confirmed": False},
        {"key": "second", **puder, "task": next(tasks), "confirmed": False},
        {
            "key": "apart",
            **puder,
            **homeless,
            "task": next(tasks),
            "confirmed": False,
        },
    )
    rows = shelf.at().answering_rows
    (chapter,) = guide(shelf.at(), rows, None, "psykisk-sygdom").chapters
    assert {t.row.id: t.sentences[-1] for t in chapter.tellings[1:]} == {
        "a.first": "Det, der er sikkert om samme emne, står lige før.",
        "a.second": "Det, der er sikkert om samme emne, står længere oppe.",
        "a.apart": "Det, der er sikkert om samme emne, står længere oppe.",
    }


def test_what_is_sure_for_others_only_is_not_referred_to(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"], "task_key": "puder"}
    puder |= {"phase": "udskrivning"}
    shelf.publish(
        "a",
        {"key": "a", **puder, "confirmed": False},
        {"key": "b", **puder, "confirmed": True, "target_groups": ["hjemloese"]},
    )
    rows = shelf.at().answering_rows
    (chapter,) = guide(shelf.at(), rows, None, "psykisk-sygdom").chapters
    assert chapter.tellings[0].sentences[-1] == UNCONFIRMED


def test_a_no_to_one_kind_of_help_says_whom_to_ring(shelf: Shelf) -> None:
    telling = told(shelf, responsible=["hospital"], situation="Planlagt")
    assert telling.sentences[-2:] == ("Du kan ikke selv henvende dig.", HELP_NOW)


@pytest.mark.parametrize(
    ("fields", "is_counted"),
    [
        ({"informed": ["kommune"]}, True),
        ({"informed": ["kommune"], "situation": "Med et ja"}, False),
        ({"informed": ["borger"]}, False),
        ({"informed": ["ikke-oplyst"]}, False),
        ({}, False),
    ],
)
def test_it_is_counted_where_others_are_told_and_nobody_is_said_to_agree(
    shelf: Shelf, fields: dict[str, Any], is_counted: bool
) -> None:
    shelf.publish("a", {"key": "a", "task": "Levere puder", **fields})
    said = " ".join(lacking(told_all(shelf).lacks))
    assert ("får andre oplysninger om patienten" in said) is is_counted


def test_who_has_no_home_is_told_which_municipality(shelf: Shelf) -> None:
    puder = {"task": "Levere puder", "responsible": ["kommune"]}
    shelf.publish("a", {"key": "a", **puder, "target_groups": ["hjemloese"]})
    (chapter,) = told_all(shelf).chapters
    assert "spørg den kommune, du er i" in chapter.asks[0].where


def test_a_childs_rule_is_told_of_the_child(shelf: Shelf) -> None:
    child = {"task": "Varsle om barnet", "deadline": "Før"}
    own = {"responsible": ["hospital"], "target_groups": ["boern-og-unge"], **child}
    assert told(shelf, **own).text == (
        "Hospitalet fortæller kommunen om barnet. "
        "Det sker, før barnet bliver udskrevet."
    )


def test_a_rule_that_may_frighten_is_told_with_its_law(shelf: Shelf) -> None:
    key = {"task_key": "deling-af-oplysninger", "responsible": ["hospital"]}
    law = {"legal_basis": "Psykiatriloven § 13 c"}
    assert told(shelf, **key, **law).sentences[-1] == "Det står i psykiatriloven."
