"""No module keeps a list of fields by hand: it loops over the tables of fields.

Covers `registry/rules/fields.py`. A list that is a choice of its own, which no flag of
a field tells, stands below by its name and with its reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import registry
from registry.models import Snitflade, Version
from registry.rules.fields import BODY, ROW_FIELDS, VERSION_FIELDS

PACKAGE = Path(registry.__file__).parent
FIELDS = frozenset(f.name for f in (*ROW_FIELDS, *VERSION_FIELDS, BODY))
# Names that other tables have too say of no list that it is one of fields.
SHARED = frozenset(
    column.name
    for name, table in SQLModel.metadata.tables.items()
    if name not in (Snitflade.__tablename__, Version.__tablename__)
    for column in table.columns
)
TELLING = FIELDS - SHARED
COLLECTIONS = (ast.Tuple, ast.List, ast.Set, ast.Dict)
OWN = {
    # Shapes that other programs read: the names are theirs, and so is the order.
    "api/appendix.py:ENTRY": "an appendix's line, with what the version only derives",
    "api/schemas.py:AGREEMENT": "an agreement in a list, with its status in between",
    "api/shapes.py:agreement_json": "the same, filled in",
    "api/schemas.py:SCHEMAS": "a version in a list, told by its first day",
    "api/telling_shapes.py:SCHEMAS": "what a citizen is told, in plain words",
    "api/telling_shapes.py:telling_json": "the same, filled in",
    "exports/appendix_data.py:_entry": "an appendix's line, filled in",
    "offline/search_data.py:_agreement": "what the copy answers by of an agreement",
    # Orders that differ from every other, and say why where they stand.
    "catalogue/contacts.py:(RESPONSIBLE, INFORMED, IN_DOUBT)": "names for three fields",
    "catalogue/finding_words.py:LAID": "the nouns of a sentence, of four fields",
    "catalogue/contacts.py:NAMING": "who may be rung, the nearest first",
    "search/sought.py:SOUGHT_IN": "where one is named, the nearest first",
    "intake/rows.py:ASKED": "what a table lacks, the weightiest first",
    "suggest/labelled_rows.py:ASKED": "whom is asked about, in a text's usual order",
    "web/editorial/accepted_view.py:SUMMARY": "one line of a row, who does it first",
    # Rules about certain fields, which no other field follows by a flag.
    "intake/heading_parts.py:BY_PARTS": "what words a heading of each is made of",
    "intake/said_in_text.py:_BEFORE": "what words stand before each date",
    "intake/pairing.py:_words": "what tells one row from another",
    "publishing/accepting.py:values_of": "what a suggestion does not tell by itself",
    "rules/coherence/stored.py:READ": "what the function below it reads",
    "rules/coherence/transfer.py:TRANSFER_FIELDS": "what it is that a task moves",
    "rules/kinds.py:OF_AGREED": "what the law says that no parties agree on",
    # Other things of the same names.
    "exports/pathway/look.py:PLATES": "parts of a picture",
    "rules/pathway/plates.py:TYPES": "parts of a picture",
    "rules/keys.py:TERM_LINKS": "what a term may lead to",
}


def named_in(node: ast.expr) -> set[str]:
    """The fields that a collection names; those of a dictionary by its keys."""
    if isinstance(node, ast.Dict):
        members: list[ast.expr] = [key for key in node.keys if key]
    elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        members = node.elts
    elif isinstance(node, ast.Starred):
        return named_in(node.value)
    elif isinstance(node, ast.Constant):
        return {node.value} & FIELDS if isinstance(node.value, str) else set()
    else:
        return set()
    return {name for member in members for name in named_in(member)}


def lists_of(module: str, text: str) -> Iterator[str]:
    """The lists of fields in a module, by the names of what holds them."""
    for statement in ast.parse(text).body:
        for one in ast.walk(statement):
            if isinstance(one, COLLECTIONS) and len(named_in(one) & TELLING) > 1:
                yield f"{module}:{owner_of(statement)}"


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


@pytest.mark.parametrize(
    "written",
    [
        'TOLD = ("task", "situation")',
        'TOLD = (*("task", "phase"), *("deadline", "payer"))',
        'TOLD: tuple[str, ...] = tuple(by[name] for name in ("task", "payer"))',
        'TOLD = frozenset({"task", "situation"})',
        'LABELS = {"task": "Opgave", "payer": "Betaler"}',
        'def told():\n    for name in ["task", "payer"]:\n        yield name',
    ],
)
def test_a_new_list_by_hand_is_found(written: str) -> None:
    assert len(set(lists_of("new.py", written))) == 1


@pytest.mark.parametrize(
    "written",
    [
        'TASK = by["task"]',
        'KEYS = ("key", "title", "source")',
        "TOLD = tuple(field.name for field in ROW_FIELDS if field.card)",
        'words = {"heading": "task", "other": "payer"}',
    ],
)
def test_what_is_no_list_of_fields_is_let_be(written: str) -> None:
    assert list(lists_of("new.py", written)) == []
