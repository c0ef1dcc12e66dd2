"""The copy for bad days answering: this runs in the reader's browser, without database,
index or anything written in C.

The catalogue of the day is made again from the JSON that `search_data.py` wrote, and
asked by the rule that the server asks by.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from registry.catalogue.snapshot import (
    Row,
    ShownAgreement,
    ShownVersion,
    Snapshot,
)
from registry.catalogue.vocabulary import Vocabulary
from registry.errors import BadInput
from registry.offline.for_page import for_page
from registry.rules.fields import ROW_FIELDS
from registry.rules.status import Cause, Status, StatusOn
from registry.search.answer import Answer, Question
from registry.search.answering import answer_to
from registry.search.cards.card import Card, CardDocument, CardLine
from registry.search.cards.kinds import CardTable
from registry.search.engine import Candidate
from registry.search.index_keys import EXACT, STEM
from registry.search.lexicons import lexicon_of
from registry.search.memory_engine import MemoryEngine
from registry.search.question import check_text


@dataclass(frozen=True)
class _Section:
    """A section of a text that stands in the file already; only its anchor is asked
    for.
    """

    anchor: str
    title: str = ""
    level: int = 2
    text: str = ""


class CopyReader:
    """One copy, and what it answers."""

    def __init__(self, written: str) -> None:
        """`written` is what `search_data` gave, as JSON."""
        data = json.loads(written)
        frequencies = dict(data["index_keys"])
        self.snapshot = _snapshot(data)
        self._engine = MemoryEngine(_candidates(data), frequencies, data["size"])

        self._lexicon = lexicon_of(
            self.snapshot,
            {
                key.removeprefix(EXACT): count
                for key, count in frequencies.items()
                if key.startswith(EXACT)
            },
            [t.removeprefix(STEM) for t in frequencies if t.startswith(STEM)],
        )

        self._cards = CardTable(
            {
                shelf: [_card_document(given) for given in some]
                for shelf, some in data["cards"].items()
            },
            self._lexicon,
        )

        self._longest = int(data["longest"])
        self._asked_on = date.fromisoformat(data["asked_on"])
        self._sections = {
            agreement["slug"]: [_Section(anchor) for anchor in agreement["sections"]]
            for agreement in data["agreements"]
        }

    def answer(self, text: str) -> Answer:
        """The answer. Raises PersonalData or BadInput, as the catalogue does."""
        checked = check_text(text, self._longest)
        # Nothing here asks when: the catalogue is that of one day.
        question = Question(checked, cast(Any, None), asked_on=self._asked_on)

        return answer_to(
            checked,
            question,
            self.snapshot,
            self._lexicon,
            self._engine,
            sections=self._sections_of,
            cards=self._cards,
        )

    def as_json(self, text: str) -> str:
        """The answer as JSON for the page; `refused` says why there is none."""
        try:
            return json.dumps(for_page(self.snapshot, self.answer(text)))
        except BadInput as error:
            return json.dumps({"refused": error.message})

    def _sections_of(self, body: str) -> Sequence[Any]:
        """A version here has its agreement's name for a body."""
        return self._sections[body]


def _candidates(data: Mapping[str, Any]) -> list[Candidate]:
    keys = [key for key, _ in data["index_keys"]]

    return [
        Candidate(
            kind,
            agreement,
            ref,
            {name: frozenset(keys[at] for at in ats) for name, ats in fields.items()},
        )
        for kind, agreement, ref, fields in data["documents"]
    ]


def _snapshot(data: Mapping[str, Any]) -> Snapshot:
    """A catalogue of what answers on the day, with what the search reads of it."""
    agreements = {
        given["slug"]: _agreement(at, given)
        for at, given in enumerate(data["agreements"])
    }

    return Snapshot(
        moment=cast(Any, SimpleNamespace(pr=date.fromisoformat(data["day"]))),
        agreements=agreements,
        health_agreements={},
        organisations={item.slug: item for item in _organisations(data)},
        vocabulary=Vocabulary(_items(data["choices"])),
        terms={item.key: item for item in _items(data["terms"])},
        records=cast(Any, {"successions": _successions(data)}),
        contact_points=_items(data["contacts"]),
        fingerprint="",
    )


def _organisations(data: Mapping[str, Any]) -> list[Any]:
    organisations = _items(data["organisations"])
    for one in organisations:
        one.valid_to = one.valid_to and date.fromisoformat(one.valid_to)
    return organisations


def _successions(data: Mapping[str, Any]) -> list[Any]:
    return [
        SimpleNamespace(predecessors=[slug], successors=successors)
        for slug, successors in data["successors"].items()
    ]


def _agreement(at: int, given: Mapping[str, Any]) -> ShownAgreement:
    slug, number = given["slug"], given["number"]
    version = SimpleNamespace(
        id=at,
        number=number,
        title=given["title"],
        summary=given["summary"],
        body=slug,
    )
    rows = tuple(_row(slug, number, at, row) for row in given["rows"])

    shown = ShownVersion(
        slug=slug,
        version=cast(Any, version),
        in_force_from=date.fromisoformat(given["in_force_from"]),
        rows=rows,
        parties=(),
        relations=(),
    )
    status = StatusOn(Status(given["status"]), number, Cause(given["cause"]))

    return ShownAgreement(slug, (shown,), status)


def _row(slug: str, number: int, at: int, given: Mapping[str, Any]) -> Row:
    # Texts in which the search only marks words stand in the file already.
    stored = {field.name: "" for field in ROW_FIELDS} | dict(given)

    return Row(
        agreement=slug,
        version=number,
        snitflade=cast(Any, SimpleNamespace(version_id=at, **stored)),
        task_key=given["task_key"],
        confirmed=given["confirmed"],
        facets={name: frozenset(some) for name, some in given["facets"].items()},
    )


def _card_document(given: Mapping[str, Any]) -> CardDocument:
    facts = tuple(CardLine(label, value) for label, value in given["facts"])
    card = Card(given["kind"], given["title"], facts, given["source"], url="")

    return CardDocument(
        given["key"],
        card,
        tuple(given["names"]),
        given["sort"],
        about=given["about"],
        besides=given["besides"],
        years=frozenset(given["years"]),
    )


def _items(given: Iterable[Mapping[str, Any]]) -> list[Any]:
    return [SimpleNamespace(**item) for item in given]
