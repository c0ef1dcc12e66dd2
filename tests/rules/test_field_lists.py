"""No module keeps a list of fields by hand: it loops over the tables of fields.

Covers `registry/rules/fields.py`. A list that is a choice of its own, which no flag of
a field tells, stands below by its name and with its reason.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest
from sqlmodel import SQLModel

import registry
from registry.models import Snitflade, Version
from registry.rules.fields import BODY, LABELS, ROW_FIELDS, VERSION_FIELDS
from registry.search.line import CHANGING

PACKAGE = Path(registry.__file__).parent
FIELDS = frozenset(f.name for f in (*ROW_FIELDS, *VERSION_FIELDS, BODY))
# Names that other tables have too say of no list that it is one of fields.
SHARED = frozenset(
    column.name
    for name, table in SQLModel.metadata.tables.items()
    if name not in (Snitflade.__tablename__, Version.__tablename__)
    for column in table.columns
)
TELLTALE = FIELDS - SHARED
COLLECTIONS = (
    *(ast.Tuple, ast.List, ast.Set, ast.Dict, ast.JoinedStr, ast.Call),
    *(ast.BoolOp, ast.BinOp),
)
# What is written between brackets in a page or a script, those within it too: but for
# calls and conditions, which name fields one at a time.
BRACKETED = re.compile(
    r"""(?<![\w])[\[({](?:[^][(){}%=]|[\[(][^][(){}%=]*[\])])*[\])}]""", re.DOTALL
)
NAME = re.compile(r"""[\[({,]\s*["']?([a-z_]+)(?=["']?\s*[:,\])}])""")
OWN = {
    # Shapes that other programs read: the names are theirs, and so is the order.
    "api/appendix.py:LISTED": "an appendix's line, with what the version only derives",
    "api/schemas.py:AGREEMENT": "an agreement in a list, with its status in between",
    "api/shapes.py:agreement_json": "the same, filled in",
    "api/schemas.py:SCHEMAS['WholeAgreement']": "a version, told by its first day",
    "api/telling_shapes.py:SCHEMAS['Telling']": "what a citizen is told in plain words",
    "api/telling_shapes.py:telling_json": "the same, filled in",
    "exports/appendix_data.py:_agreement": "an appendix's line, filled in",
    "offline/search_data.py:_agreement": "what the copy answers by of an agreement",
    # Orders that differ from every other, and say why where they stand.
    "catalogue/finding_words.py:LAID": "the nouns of a sentence, of four fields",
    "catalogue/contacts.py:NAMING": "who may be rung, the nearest first",
    "catalogue/contacts.py:reaches": "who may be rung, each in his role",
    "suggest/suggestion.py:Phases": "where a phase is named, the nearest first",
    "search/sought.py:SOUGHT_IN": "where one is named, the nearest first",
    "intake/rows.py:ASKED": "what a table lacks, the weightiest first",
    "suggest/labelled_rows.py:ASKED": "whom is asked about, in a text's usual order",
    "web/editorial/accepted_view.py:SUMMARY": "one line of a row, who does it first",
    # Texts of a row that mean less, or more, than what it says in words (`worded`).
    "catalogue/contacts.py:_others_named": "whom a deadline names is not to be rung",
    "search/beside.py:changing": "where what is announced may stand",
    "search/binding.py:binds": "what a row is about, whenever it is done",
    "search/cards/agreements.py:_agreement": "what a card is found by besides its name",
    "search/main_rule.py:_is_citizens": "who alone may make a row an exception",
    "search/said.py:said_by": "the task counts for more than the rest",
    "search/said_table.py:SaidTable": "the same, weighed",
    "suggest/coverage.py:key_of": "a lasting name, which no new field may change",
    "suggest/suggesting.py:_SentenceReader": "what is told of others in a clause apart",
    "suggest/coverage.py:row_that_says": "a deadline says nothing of what is done",
    # Rules about certain fields, which no other field follows by a flag.
    "catalogue/asked_for.py:_is_of_a_patient": "whether it tells of one in a ward",
    "intake/heading_parts.py:BY_PARTS": "what words a heading of each is made of",
    "intake/said_in_text.py:_BEFORE": "what words stand before each date",
    "intake/pairing.py:_words": "what tells one row from another",
    "publishing/accepting.py:values_of": "what a suggestion does not tell by itself",
    "rules/citizens.py:ANSWERED_BY": "what words of a deed a field of its row answers",
    "rules/coherence/gap.py:_phases_without": "where a sector may have nothing to do",
    "rules/coherence/stored.py:READ": "what the function below it reads",
    "rules/coherence/transfer.py:TRANSFER_FIELDS": "what it is that a task moves",
    "rules/kinds.py:OF_AGREED": "what the law says that no parties agree on",
    # Other things of the same names.
    "exports/pathway/look.py:PLATES": "parts of a picture",
    "rules/pathway/plates.py:TYPES": "parts of a picture",
    "rules/pathway/tile.py:SAID_ONCE": "what a sheet of paper need not tell twice",
    "rules/keys.py:TERM_LINKS": "what a term may lead to",
}


def named_in(node: ast.expr) -> set[str]:
    """The fields that a collection, or a text that is put together, names: by a word,
    by an attribute or by a key; those of a dictionary by its keys. So do texts added to
    each other, and those of which the first that says something is taken.
    """
    match node:
        case ast.Dict():
            members: list[ast.expr] = [key for key in node.keys if key]
        case ast.Tuple() | ast.List() | ast.Set():
            members = node.elts
        case ast.BoolOp():
            members = node.values
        case ast.BinOp(op=ast.Add() | ast.BitOr()):
            members = [node.left, node.right]
        case ast.JoinedStr():
            members = [one.value for one in node.values if is_filled_in(one)]
        case ast.Call(func=ast.Name(id="dict")):
            return {one.arg for one in node.keywords if one.arg} & FIELDS
        case ast.Starred(value=within) | ast.Subscript(slice=ast.Constant() as within):
            return named_in(within)
        case ast.Constant(value=str(name)) | ast.Attribute(attr=name):
            return {name} & FIELDS
        case _:
            return set()
    return {name for member in members for name in named_in(member)}


def is_filled_in(part: ast.expr) -> TypeGuard[ast.FormattedValue]:
    return isinstance(part, ast.FormattedValue)


def lists_of(module: str, text: str) -> Iterator[str]:
    """The lists of fields in a module, by the names of what holds them."""
    for owner, held in owners_in(ast.parse(text)):
        apart = {id(one) for node in ast.walk(held) for one in unpacked(node)}
        for one in ast.walk(held):
            names = named_in(one) if isinstance(one, COLLECTIONS) else set()
            if len(names & TELLTALE) > 1 and id(one) not in apart:
                yield f"{module}:{owner}"
            if any(len(named_in(picked)) > 1 for picked in picked_by_name(one)):
                yield f"{module}:{owner}"


def unpacked(node: ast.AST) -> Iterator[ast.expr]:
    """What is given to several names at once is no list: «one, other = …»."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple):
        yield node.value


def picked_by_name(node: ast.AST) -> Iterator[ast.expr]:
    """The names that fields are picked by, also those that other tables have too:
    «field.name in (…)».
    """
    match node:
        case ast.Compare(left=ast.Attribute(attr="name"), comparators=[names]):
            yield names


def owners_in(module: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """The statements of a module by their names; of a table each row by its own, so
    that a reason for one of them is none for the next.
    """
    for statement in module.body:
        value = getattr(statement, "value", None)
        keys = value.keys if isinstance(value, ast.Dict) else []
        if isinstance(value, ast.Dict) and not named_in(value) & TELLTALE:
            for key, row in zip(keys, value.values, strict=True):
                own = f"[{ast.unparse(key)}]" if key else ""
                yield f"{owner_of(statement)}{own}", row
        else:
            yield owner_of(statement), statement


def owner_of(statement: ast.stmt) -> str:
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            return ast.unparse(target)
    return ""


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name != "rules/fields.py" and "/migrations/" not in name:
            yield name, path.read_text(encoding="utf-8")


def test_every_list_of_fields_is_made_of_the_tables_of_fields() -> None:
    found = {where for module, text in modules() for where in lists_of(module, text)}

    assert found - set(OWN) == set(), "say it by a flag of the field"
    assert set(OWN) - found == set(), "it is no more: take its reason away"


def test_no_page_and_no_script_lists_fields() -> None:
    """They are given the fields they show, as pages are given their columns."""
    listed = [
        f"{path.relative_to(PACKAGE)}: {found[0]}"
        for kind in ("*.html", "*.js")
        for path in sorted(PACKAGE.rglob(kind))
        if "vendor" not in path.parts
        for found in BRACKETED.finditer(path.read_text(encoding="utf-8"))
        if len({*NAME.findall(found[0])} & TELLTALE) > 1
    ]

    assert listed == []


@pytest.mark.parametrize(
    "written",
    [
        """{% for name in ["task", "situation"] %}""",
        "var told = { task: 'Opgave', payer: 'Betaler' };",
        """{% set told = (('task', 'Opgave'), ('payer', 'Betaler')) %}""",
    ],
)
def test_a_list_in_a_page_or_a_script_is_found(written: str) -> None:
    (found,) = BRACKETED.finditer(written)

    assert {*NAME.findall(found[0])} >= {"task"}
    assert len({*NAME.findall(found[0])} & TELLTALE) == 2


@pytest.mark.parametrize(
    "written",
    [
        'TOLD = ("task", "situation")',
        "def told(row):\n    return (row.task, row.situation)",
        "def told(row):\n    return f'{row.task} {row.situation}'",
        'def told(row):\n    return row["task"], row["situation"]',
        "def told(row):\n    return dict(task=row.a, situation=row.b)",
        'NEW = [field for field in FIELDS if field.name in ("title", "kind")]',
        'TOLD = (*("task", "phase"), *("deadline", "payer"))',
        'TOLD: tuple[str, ...] = tuple(by[name] for name in ("task", "payer"))',
        'TOLD = frozenset({"task", "situation"})',
        'LABELS = {"task": "Opgave", "payer": "Betaler"}',
        'def told():\n    for name in ["task", "payer"]:\n        yield name',
        "def told(row):\n    return row.task or row.payer or row.deadline",
        "def told(row):\n    return row.task and row.payer",
        "def told(row):\n    return row.task + ' ' + row.situation",
        "def told(row):\n    return {*row.authority} | {*row.payer}",
    ],
)
def test_a_new_list_by_hand_is_found(written: str) -> None:
    assert len(set(lists_of("new.py", written))) == 1


def test_a_reason_for_one_row_of_a_table_is_none_for_the_next() -> None:
    table = 'TABLE = {"a": ("task", "payer"), "b": ("task", "payer"), "c": ("key",)}'

    assert [*lists_of("new.py", table)] == ["new.py:TABLE['a']", "new.py:TABLE['b']"]


@pytest.mark.parametrize(
    "written",
    [
        'TASK = by["task"]',
        'KEYS = ("key", "title", "source")',
        "TOLD = tuple(field.name for field in ROW_FIELDS if field.shown)",
        "task, payer = row.task, row.payer",
        "told = RowView(task=row.task, payer=row.payer)",
        'words = {"heading": "task", "other": "payer"}',
    ],
)
def test_what_is_no_list_of_fields_is_let_be(written: str) -> None:
    assert list(lists_of("new.py", written)) == []


def written_by_hand(text: str) -> list[str]:
    """The labels that stand in a page or a script; labels of one word name other things
    too.
    """
    labels = (LABELS["does_not_apply_to"], LABELS["in_force_from"], CHANGING)
    return [label for label in labels if label in text]


def test_no_page_writes_a_fields_label_by_hand() -> None:
    pages = [*PACKAGE.rglob("*.html"), PACKAGE / "offline" / "page.js"]
    found = {
        path.relative_to(PACKAGE).as_posix(): by_hand
        for path in pages
        if "vendor" not in path.parts
        and (by_hand := written_by_hand(path.read_text(encoding="utf-8")))
    }

    assert len(pages) > 100
    assert found == {}


def test_a_label_that_is_written_by_hand_is_seen() -> None:
    assert written_by_hand("<dt>I kraft fra</dt>") == ["I kraft fra"]
