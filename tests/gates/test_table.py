"""The gates: each finds what it is for and nothing else; together they judge any
text.

Also covers registry/gates/coherence.py, registry/gates/dates.py,
registry/gates/gate.py, registry/gates/law.py, registry/gates/links.py,
registry/gates/parties.py, registry/gates/privacy.py, registry/gates/relations.py,
registry/gates/rows.py, registry/gates/sentences.py, registry/gates/true_dates.py,
registry/gates/version.py and registry/gates/wording.py.
"""

import re
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry import gates
from registry.gates.gate import Gate, GateFinding, Severity, Surroundings
from registry.gates.table import GATES, blocking, gate_findings
from registry.rules.fields import ROW_FIELDS
from registry.rules.version_content import CONTENT_FIELDS, MAIN, VersionContent
from tests.gates.gate_cases import CASES, CPR, KEY, Case, before, with_row
from tests.parts import examples
from tests.publishing.any_content import CONTENTS
from tests.publishing.samples import content, row, surroundings


def found_by(
    code: str, text: VersionContent, around: Surroundings
) -> list[GateFinding]:
    return [finding for finding in gate_findings(text, around) if finding.code == code]


def the_one(code: str, text: VersionContent, **around: Any) -> GateFinding:
    (finding,) = found_by(code, text, surroundings(**around))
    return finding


# Each gate


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.says}")
def test_a_gate_finds_what_it_is_for_where_it_stands_and_nothing_else(
    case: Case,
) -> None:
    own = found_by(case.code, case.content, surroundings(**case.around))

    assert tuple(finding.place for finding in own) == case.places


def test_every_gate_has_a_case_in_which_it_fires_and_one_in_which_it_is_silent() -> (
    None
):
    codes = sorted(gate.code for gate in GATES)

    assert sorted({case.code for case in CASES if case.places}) == codes
    assert sorted({case.code for case in CASES if not case.places}) == codes


def test_every_gate_that_stands_in_a_module_is_gathered_once() -> None:
    names = [module.name for module in iter_modules(gates.__path__, "registry.gates.")]
    written = {
        id(value)
        for name in names
        for value in vars(import_module(name)).values()
        if isinstance(value, Gate)
    }

    assert len(GATES) == len(written)
    assert {id(gate) for gate in GATES} == written


def test_a_finding_never_repeats_a_cpr_number() -> None:
    text = with_row(task=f"Varsle {CPR}")

    (finding,) = found_by("personnummer-i-snitflade", text, surroundings())

    assert finding.text.startswith("«Varsle [fjernet]»")
    assert CPR not in finding.text


def test_no_gate_has_anything_to_say_of_the_sample() -> None:
    assert gate_findings(content(), surroundings()) == ()


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.places], ids=lambda c: c.says
)
def test_every_text_is_danish_sentences_with_a_way_on(case: Case) -> None:
    for finding in found_by(case.code, case.content, surroundings(**case.around)):
        assert not re.search(r"[{}]", finding.text)
        assert re.fullmatch(r"[^\s].*[^.]\.", finding.text)
        assert (
            finding.text.count(". ")
            + finding.text.count(": ")
            + finding.text.count("; ")
            > 0
        )


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if KEY in {p.part for p in case.places}],
    ids=lambda c: c.says,
)
def test_a_finding_about_a_row_names_it_by_its_task(case: Case) -> None:
    task = case.content.rows[0]["task"]

    assert all(
        finding.text.startswith(f"«{task}»")
        for finding in found_by(case.code, case.content, surroundings(**case.around))
    )


def test_a_row_without_a_task_is_named_by_its_key() -> None:
    assert the_one("mangler-i-snitflade", with_row(task="")).text.startswith(
        f"«{KEY}»: "
    )


# What the texts say


def test_a_transfer_says_from_whom_to_whom() -> None:
    finding = the_one(
        "opgaveflytning-uden-oekonomi", with_row(payer=("kommune",)), **before()
    )

    assert "betales af ændres fra Region til Kommune" in finding.text


def test_a_payer_that_is_no_longer_stated_is_a_transfer() -> None:
    finding = the_one(
        "opgaveflytning-uden-oekonomi", with_row(payer=("ikke-oplyst",)), **before()
    )

    assert "fra Region til Ikke oplyst" in finding.text


def test_a_text_says_which_parties_have_not_adopted() -> None:
    text = content(adoption_rule="vedtages-foerst")
    finding = the_one(
        "vedtagelse-mangler", text, adopted=frozenset({"region-hovedstaden"})
    )

    assert "1 af 2 formelle parter" in finding.text
    assert "Ballerup Kommune" in finding.text


def test_a_long_list_of_parties_is_cut_and_counted() -> None:
    names = tuple(f"kommune-{number}" for number in range(9))
    text = content(adoption_rule="", parties={"formel-part": names})
    finding = the_one("vedtagelse-mangler", text)

    assert "9 af 9" in finding.text
    assert "Kommune-5 og 3 til" in finding.text


@pytest.mark.parametrize(
    ("begins", "since"),
    [
        (date(2027, 1, 1), "efter at aftalen er trådt i kraft"),
        (date(2020, 1, 1), "fra i dag"),
        (None, "fra i dag"),
    ],
)
def test_a_review_far_away_says_from_when_four_years_are_counted(
    begins: date | None, since: str
) -> None:
    text = content(in_force_from=begins, review_on=date(2040, 1, 1))

    assert since in the_one("gennemgang-langt-vaek", text).text


def test_four_years_after_a_leap_day_is_counted_at_the_end_of_the_calendar_too() -> (
    None
):
    text = content(in_force_from=date(9999, 1, 1), review_on=date(9999, 12, 31))

    assert found_by("gennemgang-langt-vaek", text, surroundings()) != []
    assert found_by("umulig-dato", content(), surroundings(on=date(2024, 2, 29))) == []


def test_both_confusable_terms_are_named_as_they_stand() -> None:
    text = with_row(
        task="Varsle kommunen", situation="Orienteringen af kommunen er sendt"
    )

    assert "«Varsle» og «Orienteringen»" in (
        the_one("forvekslelige-begreber-i-snitflade", text).text
    )


def test_a_circle_is_told_from_agreement_to_agreement() -> None:
    text = content(relations={"replaces": ("proeve-lokal",)})
    around = {"replaces": {"proeve-lokal": frozenset({"proeve-udskrivning"})}}

    assert "proeve-udskrivning → proeve-lokal → proeve-udskrivning" in (
        the_one("afloeser-i-kreds", text, **around).text
    )


def test_curly_brackets_in_a_text_are_only_text() -> None:
    finding = the_one("snitflade-uden-belaeg", with_row(task="{actor} {0}", source=""))

    assert finding.text.startswith("«{actor} {0}»: ")


# In what order, and what stops


def test_errors_come_first_each_in_the_order_of_the_form() -> None:
    rows = (
        row(key="b", source="", task="TBD", payer=()),
        row(key="a", section="Ukendt"),
    )
    text = content(title="", economics="", review_on=None, parties={}, rows=rows)

    listed = gate_findings(text, surroundings(actor_sectors={}))

    assert [(finding.place.part, finding.place.field) for finding in listed] == [
        (MAIN, "title"),
        (MAIN, "economics"),
        (MAIN, "parties"),
        ("b", "task"),
        ("b", "payer"),
        ("a", "section"),
        (MAIN, "review_on"),
        ("b", "source"),
    ]
    assert [finding.severity for finding in listed] == [Severity.ERROR] * 6 + [
        Severity.WARNING
    ] * 2


def test_errors_stop_and_warnings_do_not() -> None:
    listed = gate_findings(content(title="", review_on=None), surroundings())

    assert [finding.severity for finding in listed] == [
        Severity.ERROR,
        Severity.WARNING,
    ]
    assert blocking(listed, {}) == (listed[0],)


def test_a_signed_reason_lets_an_empty_field_stand() -> None:
    listed = gate_findings(content(economics=""), surroundings())

    assert [finding.signature for finding in listed] == ["tomt-felt:economics"]
    assert (
        blocking(
            listed, {"tomt-felt:economics": "Parterne betaler intet til hinanden."}
        )
        == ()
    )


@pytest.mark.parametrize("reason", ["", "  ", "TBD", "udfyldes senere", "…"])
def test_a_reason_that_says_nothing_signs_nothing(reason: str) -> None:
    listed = gate_findings(content(economics="Udfyldes senere"), surroundings())

    assert blocking(listed, {"pladsholder:economics": reason}) == listed


def test_a_reason_for_one_field_does_not_sign_another() -> None:
    listed = gate_findings(
        content(economics="", treatment_responsibility=""), surroundings()
    )
    signed = {"tomt-felt:economics": "Parterne betaler intet til hinanden."}

    assert [finding.place.field for finding in blocking(listed, signed)] == [
        "treatment_responsibility"
    ]


def test_only_what_is_signable_can_be_signed() -> None:
    listed = gate_findings(content(title="TBD"), surroundings())

    assert (
        blocking(listed, {listed[0].signature: "Titlen er med vilje sådan."}) == listed
    )
    assert {gate.code for gate in GATES if gate.signable} == {
        *("tomt-felt", "pladsholder", "anden-periode", "part-ophoerer"),
        *("perioden-er-slut", "springer-udgave-over", "afloest-af-anden"),
        "link-foerer-ingen-steder-hen",
    }


def test_a_warning_that_is_to_be_signed_stops_until_it_is() -> None:
    around = surroundings(ceased={"ballerup": date(2020, 1, 1)})
    (finding,) = gate_findings(content(), around)

    assert finding.severity is Severity.WARNING
    assert blocking([finding], {}) == (finding,)
    assert blocking([finding], {finding.signature: "TBD"}) == (finding,)
    assert blocking([finding], {finding.signature: "Den afløses af en ny."}) == ()


def test_codes_are_unique_and_can_stand_in_an_address() -> None:
    codes = [gate.code for gate in GATES]

    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


# Any text


@settings(max_examples=examples(150), deadline=None)
@given(CONTENTS, st.one_of(st.none(), CONTENTS))
def test_any_text_is_judged_and_every_place_is_one_of_the_form(
    text: VersionContent, previous: VersionContent | None
) -> None:
    listed = gate_findings(text, surroundings(previous=previous))

    of_main = {field.name for field in CONTENT_FIELDS} | {
        "parties",
        "relations",
        "rows",
    }
    of_row = {field.name for field in ROW_FIELDS}
    keys = {row["key"] for row in text.rows}
    for finding in listed:
        is_main = finding.place.part == MAIN
        assert is_main or finding.place.part in keys
        assert finding.place.field in (of_main if is_main else of_row)
    errors = [finding.severity is Severity.ERROR for finding in listed]
    assert errors == sorted(errors, reverse=True)
