"""The shipped catalogue is as sure as its facts: field by field, read from files."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from registry.content.files import read_markdown, read_yaml
from registry.language.holding import holds_on
from registry.rules.kinds import is_statutory

CONTENT = Path(__file__).resolve().parents[1] / "content"
# Lines of the tables of facts that are seen only in a bill, a newspaper, general
# knowledge, or with a mark that they must be confirmed.
NOT_SURE = frozenset(
    {
        *("more_rows:21", "more_rows:22", "more_rows:25", "more_rows:33"),
        *("more_rows:34", "more_rows:49", "more_rows:63", "more_rows:65"),
        *("more_rows:66", "more_rows:67", "more_rows:71", "more_rows:72"),
        *("more_rows:89", "more_rows:90", "more_rows:91", "more_rows:92"),
        *("more_rows:93", "more_rows:99", "more_rows:100", "more_rows:101"),
        *("more_rows:102", "more_rows:104", "more_rows:115", "more_rows:137"),
        *("more_rows:163", "snitflade_rows:3"),
        # Seen in the older edition alone, and confirmed by no correction.
        *("more_rows:16", "more_rows:35", "more_rows:36", "more_rows:37"),
        *("more_rows:38", "more_rows:39", "more_rows:42", "more_rows:43"),
        *("more_rows:44", "more_rows:55", "more_rows:74", "more_rows:75"),
    }
)
PROGRAMMES = ("demens/1", "kol/1", "type-2-diabetes/1")
# Products that no fact names as what a group of the catalogue holds.
NO_FACT_NAMES = ("badebænk", "lift", "rollator", "plejeseng", "tilbehør")
# A remark about who pays, or a sentence beside the paragraph.
NO_BASIS = re.compile(r"\bbetaler(?:en)?\b|\. [A-ZÆØÅ]")
YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
# What is younger than its edition in the basis of these rows is no beginning of theirs:
# a law that took over an older one, and a plan that the row tells as one.
NO_BEGINNING = {
    "akutsygepleje/1:hjemmepleje",
    "faerdigbehandlede/1:saerlige-pladser-omlaegning",
    "psykiatri-voksne/2:handlekommune",
}


class Edition(NamedTuple):
    """One version as its file says it."""

    head: dict[str, Any]
    body: str

    def row(self, key: str) -> dict[str, Any]:
        (found,) = [row for row in self.head["rows"] if row["key"] == key]
        return dict(found)


@lru_cache
def edition(name: str) -> Edition:
    return Edition(*read_markdown(CONTENT / "agreements" / f"{name}.md", CONTENT))


def editions() -> Iterator[tuple[str, Edition]]:
    for path in sorted((CONTENT / "agreements").glob("*/*.md")):
        name = f"{path.parent.name}/{path.stem}"
        yield name, edition(name)


def plain_words() -> dict[str, str]:
    """What a citizen is told, by its key."""
    listed = read_yaml(CONTENT / "vocabulary" / "plain-words.yaml", CONTENT)
    return {entry["key"]: entry["label"] for entry in listed["entries"]}


def test_no_row_is_surer_than_the_only_lines_that_it_rests_on() -> None:
    rows = [(name, row) for name, one in editions() for row in one.head.get("rows", [])]
    tables = [
        (f"{name}:{row['key']}", row["confirmed"], lines)
        for name, row in rows
        if (lines := {fact for fact in row["fact"].split("; ") if is_line(fact)})
    ]

    assert sum(lines <= NOT_SURE for _, _, lines in tables) > 20
    assert [name for name, sure, lines in tables if sure and lines <= NOT_SURE] == []


def is_line(fact: str) -> bool:
    """Whether it is a line of a table: a heading or a word list proves no rule."""
    return fact.partition(":")[0] in {"more_rows", "psych_tasks", "snitflade_rows"}


def test_who_treats_the_admitted_is_not_told_as_sure() -> None:
    both = edition("dobbeltdiagnose/2")
    whole = " ".join([both.head["division_of_responsibility"], both.body])

    for key in (
        "misbrugsbehandling-under-indlaeggelse",
        "undtaget-fra-kommunens-pligt",
    ):
        assert not both.row(key)["confirmed"]
    for key in ("misbrugsbehandling", "alkoholbehandling", "stofbehandling"):
        excepted = both.row(key)["does_not_apply_to"]
        assert "For visiterede er det regionens opgave; for indlagte" in excepted
        assert "kun set i loven, som den blev fremsat" in excepted
    assert "er det også regionen" not in whole
    assert "Er borgeren indlagt, behandler regionen" not in whole


def test_shelter_is_the_duty_of_the_municipality_where_the_citizen_is() -> None:
    homeless = edition("hjemloese/1")
    shelter = homeless.row("midlertidigt-husly")

    assert shelter["responsible"] == ["opholdskommune"]
    for text in (shelter["situation"], homeless.body):
        assert "aftalens ord" in text
        assert "loven bruger det ikke længere" in text


@pytest.mark.parametrize("word", NO_FACT_NAMES)
def test_no_product_is_named_that_no_fact_names(word: str) -> None:
    rows = edition("snitfladekatalog-hjaelpemidler/1").head["rows"]

    assert [r["key"] for r in rows if re.search(rf"\b{word}\b", r["task"], re.I)] == []


@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.parametrize("field", ["division_of_responsibility", "economics"])
def test_a_programme_says_beside_prevention_that_it_is_not_sure(
    name: str, field: str
) -> None:
    programme = edition(name)
    _, _, after = programme.head[field].partition("31. december 2026")

    assert not programme.row("patientrettet-forebyggelse")["confirmed"]
    assert re.match(r" \(anvendt på [^)]+: ikke bekræftet\)", after)


def test_the_home_municipality_does_not_pay_what_the_school_s_pays() -> None:
    pays = edition("psykiatri-voksne/2").row("bopaelskommune")["situation"]

    assert "§§ 247-249, undtagen §§ 124-125" in pays


def test_that_the_municipality_may_drive_advanced_training_is_not_said() -> None:
    across = edition("horisontale-samarbejdsaftaler/1")
    agreed = across.row("indgaa-aftale")["situation"]

    assert "avanceret genoptræning flytter også" in agreed
    assert "om kommunen kan drive den, er ikke oplyst" in agreed


def test_what_a_fact_answers_is_not_left_open() -> None:
    training = edition("genoptraening/1").row("specialiseret-genoptraening")
    dentist = edition("lovbestemt-tandpleje/1").row("omsorgstandpleje-valg")
    interpreter = edition("lovbestemt-tolkebistand/1").row("stille-tolk-til-raadighed")

    assert training["authority"] == ["kommune"]
    assert dentist["payer"] == ["bopaelskommune"]
    assert "undtagelser, fx forældre" in interpreter["situation"]


def test_what_was_reworded_carries_the_day_of_it() -> None:
    hours = edition("udvidet-behandlingsansvar-72-timer/2")

    assert (
        "96 timer, også for psykiatrien" in hours.row("svar-til-personale")["situation"]
    )
    assert hours.head["recorded_at"].isoformat() == "2026-11-28T00:00:00+01:00"


def test_a_citizen_is_told_of_72_hours_as_of_what_was() -> None:
    told = {
        key: label
        for key, label in plain_words().items()
        if key.startswith(("udvidet-behandlingsansvar.", "behandlingsansvar-efter-72"))
    }
    excepted = [label for key, label in told.items() if ".undtagelse-" in key]

    assert [key for key, label in told.items() if "Sådan er det" in label] == []
    assert [
        key for key, label in told.items() if "du var indlagt i psyk" in label
    ] == []
    assert len(excepted) == 2
    for label in excepted:
        assert "fra december 2022 var ikke for psykiatrien" in label
        assert "96 timer, også for psykiatrien, er meldt ud" in label
        assert "Datoen i Region Hovedstaden er ikke bekræftet" in label


def test_what_is_put_right_does_not_begin_later_for_it() -> None:
    """An edition without a day counts from when it was recorded, but for a law's first:
    that counts from its health agreement's time.
    """
    undated = [
        name
        for name, one in editions()
        if not (one.head.get("in_force_from") or one.head.get("made_under"))
        and not (is_statutory(one.head["kind"]) and name.endswith("/1"))
        and one.head["recorded_at"].isoformat() > "2026-11-26T00:00:00+01:00"
    ]

    assert undated == []


def test_a_legal_basis_is_a_basis_and_says_nothing_of_who_pays() -> None:
    assert [
        (name, row["key"])
        for name, one in editions()
        for row in one.head.get("rows", [])
        if NO_BASIS.search(row.get("legal_basis", ""))
    ] == []


def test_a_rule_younger_than_its_edition_says_from_when_it_holds() -> None:
    """Its edition answers for a day before the rule, which then has to say no."""
    younger = [
        (f"{name}:{row['key']}", row["situation"], begun)
        for name, one in editions()
        if (begun := began(one))
        for row in one.head.get("rows", [])
        if any(int(y) > begun for y in YEAR.findall(row.get("legal_basis", "")))
    ]

    assert {name for name, _, _ in younger} >= NO_BEGINNING
    assert [
        name
        for name, situation, begun in younger
        if name not in NO_BEGINNING and holds_on(situation, date(begun, 12, 31))
    ] == []


def began(one: Edition) -> int:
    """The year that an edition counts from; 0 where neither a day nor a period says."""
    day = one.head.get("in_force_from") or one.head.get("made_under")
    first = YEAR.search(str(day))
    return int(first[0]) if first else 0
