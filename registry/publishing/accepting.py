"""Making rows of suggestions: what each says, what it will lack, and taking them back.

What is accepted in one press is one acceptance: its decisions have one moment, and
what it made can be taken out together.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry.accounts.roles import Person
from registry.catalogue.headings import headings_of
from registry.catalogue.queries import Catalogue
from registry.errors import Conflict, NotFound
from registry.gates.rows import lacking
from registry.language.citations import citations
from registry.models import (
    NOT_STATED,
    Choosing,
    Contribution,
    Edit,
    SuggestionDecision,
)
from registry.publishing.drafts import Draft, read_draft
from registry.publishing.editing import open_for_change
from registry.publishing.new_rows import NewRow, insert_rows
from registry.publishing.suggestions import (
    Offered,
    decide_all,
    named,
    offered,
    require_task_key,
)
from registry.publishing.writing import OWN_ROW_FIELDS, take_out
from registry.rules.fields import FOUR_ANSWERS, THREE_FIELDS, Field
from registry.rules.version_content import empty_values
from registry.storage.db import reading, transaction
from registry.storage.versions import version_by_id
from registry.suggest.sentences import readable

# What one of the three fields says stands under its label; else under a heading.
SECTIONS = {field.name: field.label for field in THREE_FIELDS}
SOURCE = "Aftalens tekst, «{}»"
SETS_ASIDE = re.compile(
    r"\b(?:ikke|ingen|undtagen|undtaget|bortset|medmindre|uanset)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Acceptance:
    """What one person accepted in one press. `rows`: the keys of those that stand as
    they came, which can be taken back; `mended`: how many were changed or taken out
    since. `suggestions`: the names of all.
    """

    name: int
    rows: tuple[str, ...]
    mended: int
    suggestions: tuple[str, ...]
    at: datetime


def values_of(draft: Draft, offered: Offered) -> dict[str, Any]:
    """A row as the suggestion tells it, with what the draft says of all its rows. What
    neither tells is not stated.
    """
    one = offered.suggestion
    data = {
        f"deadline_{name}": said for name, said in (one.deadline_data or {}).items()
    }
    values = {f.name: getattr(one, f.name) for f in OWN_ROW_FIELDS if f.suggested}
    section = SECTIONS.get(offered.field, one.section)
    section = section if section in headings_of(draft.content.values) else ""
    groups = draft.content.values["target_groups"]
    answers = {name: getattr(one, name) or (NOT_STATED,) for name in FOUR_ANSWERS}

    return {
        **empty_values(OWN_ROW_FIELDS),
        **values,
        **answers,
        **data,
        "task": one.title,
        # Of several groups a row most often concerns some.
        "target_groups": groups if len(groups) == 1 else (),
        "legal_basis": _cited(offered),
        "section": section,
        "source": SOURCE.format(section) if section else "",
    }


def read_values(draft: Draft, key: str) -> dict[str, Any]:
    """The row that a suggestion of a draft tells, to be mended. Raises NotFound."""
    return values_of(draft, named(offered(draft), key))


def sure_ones(draft: Draft, field: str = "", section: str = "") -> list[Offered]:
    """The sure suggestions that wait in one section of a text; without a field, in all
    texts.
    """
    return [
        one
        for one in offered(draft)
        if one.may_be_accepted_unread
        and (not field or (one.field, one.suggestion.section) == (field, section))
    ]


def lacked(rows: Iterable[Mapping[str, Any]]) -> Counter[Field]:
    """How many of the rows lack each of the fields that must be filled in."""
    return Counter(field for row in rows for field in lacking(row))


def accept(
    catalogue: Catalogue,
    version_id: int,
    key: str,
    by: Person,
    values: Mapping[str, Any] | None = None,
    task_key: str = "",
) -> str:
    """Make a suggestion a row, as it is or with the values of a person who mended it.
    `task_key`: the kind of task that the person confirmed with it.

    Returns the row's key. Raises Refused, NotFound, BadInput for an unknown task key.
    """
    draft = read_draft(catalogue, version_id)
    one = named(offered(draft), key)
    row = dict(values or values_of(draft, one))
    if task_key:
        require_task_key(catalogue.today(), task_key)
        row["task_key"] = task_key
    return _accept(draft, [(one, row)], by)[0]


def accept_sure(
    catalogue: Catalogue,
    version_id: int,
    keys: Collection[str],
    by: Person,
    common: Mapping[str, Any] | None = None,
) -> list[str]:
    """Make rows of those of the sure suggestions that are named. `common`: what a
    person says of those of them that do not say it themselves, by field.

    Returns the rows' keys. Raises Refused, Conflict where one is there no more.
    """
    draft = read_draft(catalogue, version_id)
    listed = [one for one in sure_ones(draft) if one.key in keys]
    if len(listed) < len(set(keys)):
        raise Conflict(
            "Teksten eller forslagene er ændret, siden du så dem. Se dem igen."
        )

    rows = []
    for one in listed:
        values = values_of(draft, one)
        added = {
            name: said for name, said in (common or {}).items() if not values[name]
        }
        rows.append((one, {**values, **added}))

    return _accept(draft, rows, by) if rows else []


def last_acceptance(draft: Draft, by: Person) -> Acceptance | None:
    """What the person accepted last in the draft, as long as any of it stands as it
    came.
    """
    decisions = [
        one
        for one in draft.decided.values()
        if (one.version_id, one.decided_by) == (draft.id, by.username)
        and one.choosing == Choosing.ACCEPTED
    ]
    if not decisions:
        return None

    moment = max(one.at for one in decisions)
    together = sorted((one for one in decisions if one.at == moment), key=_number)
    with reading(draft.catalogue.engine) as session:
        rows = tuple(_untouched(session, draft.id, together))
    if not rows:
        return None

    return Acceptance(
        name=_number(together[0]),
        rows=rows,
        mended=len(together) - len(rows),
        suggestions=tuple(one.suggestion for one in together),
        at=moment,
    )


def take_back(
    catalogue: Catalogue, version_id: int, name: int, by: Person
) -> Acceptance:
    """Take out the rows that an acceptance made and nobody has changed since; their
    suggestions wait again. Returns the acceptance as it was.

    The rows are kept among the removed ones. Raises Refused, NotFound where the person
    has accepted nothing by that name that stands as it came.
    """
    draft = read_draft(catalogue, version_id)
    acceptance = last_acceptance(draft, by)
    if acceptance is None or acceptance.name != name:
        raise NotFound("Der er ikke noget at fortryde: Snitfladerne er ændret siden.")
    by_row = {one.row_key: one for one in offered(draft)}

    with transaction(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        open_for_change(session, version, by)
        take_out(session, version, acceptance.rows, by)
        again = [(by_row[key], "") for key in acceptance.rows if key in by_row]
        decide_all(session, version, again, Choosing.REOPENED, by)
    return acceptance


def _accept(
    draft: Draft, listed: Sequence[tuple[Offered, Mapping[str, Any]]], by: Person
) -> list[str]:
    waiting = [(one, row) for one, row in listed if one.is_waiting]
    with transaction(draft.catalogue.engine) as session:
        version = version_by_id(session, draft.id)
        open_for_change(session, version, by)
        new = [NewRow(row) for _, row in waiting]
        keys = insert_rows(session, version, new, by)
        made = [(one, key) for (one, _), key in zip(waiting, keys, strict=True)]
        decide_all(session, version, made, Choosing.ACCEPTED, by)

    key_of = {one.key: key for one, key in made}
    return [key_of.get(one.key, one.row_key) for one, _ in listed]


def _untouched(
    session: Session, version_id: int, decisions: Sequence[SuggestionDecision]
) -> list[str]:
    """The keys of the rows that nobody has written in, moved or taken out since they
    came.
    """
    keys = [one.row_key for one in decisions]
    changes = session.exec(
        select(Contribution.part, Contribution.edit).where(
            col(Contribution.version_id) == version_id, col(Contribution.part).in_(keys)
        )
    )
    touched = {part for part, edit in changes if edit != Edit.ADDED}
    return [key for key in keys if key not in touched]


def _number(decision: SuggestionDecision) -> int:
    assert decision.id is not None
    return decision.id


def _cited(offered: Offered) -> str:
    """The paragraphs of named laws that the sentence rests the duty on: those before
    anything is denied or set aside in it.
    """
    text = SETS_ASIDE.split(readable(offered.suggestion.sentence))[0]
    cited = (text[one.start : one.end] for one in citations(text) if one.law)
    return "; ".join(dict.fromkeys(cited))
