"""What a version says, as plain values: one form, one fingerprint for what is said."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import NotFound
from registry.models import Party, Relation, Snitflade, Version
from registry.rules.fields import ROW_FIELDS_BY_NAME, VERSION_FIELDS_BY_NAME
from registry.rules.version_content import (
    CONTENT_FIELDS,
    EMPTY,
    MAIN,
    VersionContent,
    content_of,
    digest,
    empty_values,
    fingerprint,
    part_digest,
    part_of,
    plain,
)
from tests.publishing.any_content import CONTENTS
from tests.publishing.samples import SLUG, content, row

FIELDS = VERSION_FIELDS_BY_NAME | ROW_FIELDS_BY_NAME


# From what is stored


def test_a_stored_version_is_told_with_all_that_hangs_on_it() -> None:
    version = Version(
        agreement_id=1,
        title=" Udskrivning ",
        target_groups=["voksne"],
        in_force_from=date(2026, 1, 1),
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    listed = [
        Snitflade(position=at, key=key, task_key="t", task="Ringe", phase="akut")
        for at, key in enumerate(("b", "a"))
    ]
    parties = [
        Party(organisation=name, role=role)
        for name, role in (("r", "formel-part"), ("n", "formel-part"), ("l", "x"))
    ]

    stored = content_of(
        version, listed, parties, [Relation(kind="replaces", agreement="gammel")]
    )

    assert stored.values["title"] == "Udskrivning"
    assert stored.values["target_groups"] == ("voksne",)
    assert stored.values["in_force_from"] == date(2026, 1, 1)
    assert stored.parties == {"formel-part": ("r", "n"), "x": ("l",)}
    assert stored.relations == {"replaces": ("gammel",)}
    assert [r["key"] for r in stored.rows] == ["b", "a"]


@pytest.mark.parametrize(
    ("name", "value", "form"),
    [
        ("title", " En titel\n", "En titel"),
        ("title", None, ""),
        ("target_groups", ["a", "b"], ("a", "b")),
        ("target_groups", [], ()),
        ("made_under", None, ""),
        ("in_force_from", "", None),
        ("deadline_amount", 0, 0.0),
        ("deadline_amount", None, None),
        ("illustrative", None, False),
        ("illustrative", True, True),
    ],
)
def test_a_value_has_one_form(name: str, value: Any, form: Any) -> None:
    made = plain(FIELDS[name], value)

    assert made == form
    assert type(made) is type(form)
    assert plain(FIELDS[name], made) == made


def test_what_is_empty_is_the_same_whatever_it_was() -> None:
    empty = empty_values(CONTENT_FIELDS)

    assert set(empty) == {field.name for field in CONTENT_FIELDS}
    assert all(empty[field.name] == EMPTY[field.kind] for field in CONTENT_FIELDS)


# Its parts


def test_a_part_is_a_row_or_all_that_is_no_row() -> None:
    whole = content()
    key = whole.rows[0]["key"]

    assert part_of(whole, key) == whole.rows[0]
    main = part_of(whole, MAIN)
    assert main["title"] == whole.values["title"]
    assert (main["parties"], main["relations"]) == (whole.parties, whole.relations)
    assert whole.has_row(key) and not whole.has_row(MAIN)


def test_a_row_that_is_not_there_is_not_found() -> None:
    for look in (content().row, lambda key: part_of(content(), key)):
        with pytest.raises(NotFound, match="ingen snitflade"):
            look("findes-ikke")


def test_the_digest_of_a_part_follows_what_it_says_and_not_its_order() -> None:
    part = part_of(content(), MAIN)
    roles = {"formel-part": ("a", "b"), "tiltraedende-part": ()}
    turned = {"formel-part": ("b", "a")}

    assert part_digest({**part, "parties": roles}) == part_digest(
        {**part, "parties": turned}
    )
    assert part_digest(part) != part_digest({**part, "title": "Anden titel"})


# The fingerprint


def changed(before: VersionContent, **values: Any) -> VersionContent:
    return replace(before, values={**before.values, **values})


def test_the_same_words_have_the_same_fingerprint() -> None:
    """Written out, since approvals of before rest on it."""
    assert fingerprint(SLUG, content()) == fingerprint(SLUG, content())
    assert fingerprint("a", VersionContent({}, {}, {}, ())) == (
        "b464928249d57952ba17329a343535c1c16427cfd891a49e083b63e0cfc5c7b8"
    )


@pytest.mark.parametrize(
    "other",
    [
        changed(content(), title="En anden"),
        changed(content(), economics=""),
        replace(content(), parties={"formel-part": ("en-anden",)}),
        replace(content(), relations={"replaces": ("gammel",)}),
        replace(content(), rows=()),
        replace(content(), rows=(row(payer=("kommune", "region")),)),
    ],
)
def test_other_words_have_another(other: VersionContent) -> None:
    assert fingerprint(SLUG, other) != fingerprint(SLUG, content())


def test_the_same_words_of_another_agreement_have_another() -> None:
    assert fingerprint(SLUG, content()) != fingerprint(f"{SLUG}-2", content())


def test_the_order_of_rows_counts_and_that_of_parties_does_not() -> None:
    rows = (row(key="a"), row(key="b"))
    parties = {"formel-part": ("a", "b"), "x": ("c",)}
    turned = {"x": ("c",), "formel-part": ("b", "a")}

    def of(**parts: Any) -> str:
        return fingerprint(SLUG, replace(content(), **parts))

    assert of(rows=rows) != of(rows=rows[::-1])
    assert of(parties=parties) == of(parties=turned)


@given(CONTENTS)
def test_a_field_that_is_added_later_and_empty_changes_nothing(
    before: VersionContent,
) -> None:
    rows = tuple({**each, "added_later": ""} for each in before.rows)
    later = replace(changed(before, added_later=None, another=()), rows=rows)

    assert fingerprint(SLUG, later) == fingerprint(SLUG, before)


def test_nought_is_an_amount_and_no_is_not() -> None:
    def of(**values: Any) -> str:
        return fingerprint(SLUG, replace(content(), rows=(row(**values),)))

    assert of(deadline_amount=0.0) != of(deadline_amount=None)
    assert of(confirmed=False) != of(confirmed=True)


def test_a_value_without_a_canonical_form_is_a_fault() -> None:
    assert digest({"on": date(2026, 1, 1)}) == digest({"on": "2026-01-01"})
    with pytest.raises(TypeError, match="no canonical form"):
        digest({"on": object()})


@given(st.dictionaries(st.text(), st.text()))
def test_a_digest_is_64_hex_digits_in_any_order(values: dict[str, str]) -> None:
    turned = dict(reversed(values.items()))

    assert digest(values) == digest(turned)
    assert len(digest(values)) == 64
