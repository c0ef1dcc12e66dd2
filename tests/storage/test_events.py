"""What the trail can tell of: every row whole, each key for good, and nothing told that
is no row.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from registry.models import Choosing, Edit, Outcome
from registry.publishing.states import ACTS
from registry.settings import ROOT
from registry.storage.events import OLDER_KEYS, Event, Recorded, current_key, keys_of
from registry.storage.trail_tables import MADE

KNOWN: tuple[Recorded, ...] = (*Event, *ACTS.values())
# What stands in trails out there. A new event needs no line here; none may go.
WRITTEN = frozenset(
    """
    account-add account-close account-link account-reopen account-roles adoption
    approval-undone approve confirmed draft-added draft-begun draft-moved draft-removed
    draft-saved draft-set-aside edition load password-change password-link proposed
    publish rejected reopen retracted return review send-for-adoption sign-in
    sign-in-refused sign-out submit take-back taken-in withdraw
    """.split()
)


@cache
def house() -> dict[str, list[ast.AST]]:
    """All that each module of the house is made of, by its path."""
    return {
        path.relative_to(ROOT).as_posix(): list(ast.walk(ast.parse(path.read_bytes())))
        for path in sorted((ROOT / "registry").rglob("*.py"))
    }


def defining(name: str) -> set[str]:
    """The classes of the house that have a member of that name."""
    return {
        node.name
        for nodes in house().values()
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for part in ast.walk(node)
        if (isinstance(part, ast.FunctionDef) and part.name == name)
        or (isinstance(part, ast.AnnAssign) and ast.unparse(part.target) == name)
        or (isinstance(part, ast.Attribute) and ast.unparse(part) == f"self.{name}")
    }


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Each call of that name in the house, and the module where it stands."""
    for module, nodes in house().items():
        for node in nodes:
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield module, node


# The table


def test_each_key_means_one_thing() -> None:
    counted = Counter([*(one.key for one in KNOWN), *OLDER_KEYS])

    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("one", KNOWN, ids=lambda one: one.key)
def test_a_key_is_of_small_letters_with_hyphens(one: Recorded) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.key)


def test_each_is_called_by_a_danish_name_of_its_own() -> None:
    names = Counter(one.trail for one in KNOWN)

    assert all(names)
    assert [name for name, times in names.items() if times > 1] == []


def test_a_key_that_was_ever_written_is_still_known() -> None:
    assert WRITTEN - {one.key for one in KNOWN} == set()


def test_each_edit_and_each_outcome_has_its_row() -> None:
    edits = {edit: Event[f"DRAFT_{edit.name}"].key for edit in Edit}
    outcomes = {outcome: Event[outcome.name].key for outcome in Outcome}

    assert edits == {edit: f"draft-{edit.replace('_', '-')}" for edit in Edit}
    assert outcomes == {outcome: outcome.value for outcome in Outcome}


# Older keys


def test_an_older_key_leads_to_an_act() -> None:
    assert set(OLDER_KEYS.values()) <= set(ACTS)
    assert {current_key(key) for key in OLDER_KEYS} == set(OLDER_KEYS.values())


def test_an_event_is_known_by_all_its_keys_the_newest_first() -> None:
    assert keys_of("submit") == keys_of("indsend") == ("submit", "indsend")
    assert keys_of("load") == ("load",)
    assert keys_of("ukendt") == ("ukendt",)


def test_what_is_to_have_made_a_row_is_known() -> None:
    known = {one.key for one in KNOWN} | set(OLDER_KEYS)

    assert {key for keys in MADE.values() for key in keys} <= known


# Nothing else is told


def test_only_rows_of_the_two_tables_can_be_recorded() -> None:
    """Mypy lets `write_entry` take nothing but a Recorded; these alone are one."""
    assert defining("trail") == {"Recorded", "Event", "Act"}
    # What a sentence of an agreement says is another kind of act.
    made = [
        module
        for module, _ in calls("Act")
        if not module.startswith("registry/suggest")
    ]
    assert made == ["registry/publishing/states.py"] * len(ACTS)


def test_only_audit_writes_an_entry() -> None:
    assert [module for module, _ in calls("AuditEntry")] == [
        "registry/storage/audit.py"
    ]


def test_no_event_stands_in_the_table_that_nothing_records() -> None:
    """By its name; those of an edit, an outcome or a choice by theirs."""
    named = {
        node.attr
        for module, nodes in house().items()
        if module != "registry/storage/trail_checks.py"
        for node in nodes
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Event"
    }
    by_another = {f"DRAFT_{edit.name}" for edit in Edit} | {o.name for o in Outcome}
    by_another |= {f"SUGGESTION_{choosing.name}" for choosing in Choosing}

    assert {event.name for event in Event} == named | by_another
