"""The copy for bad days answering: this runs in the reader's browser, without database,
index or anything written in C.

The catalogue of the day is made again from the JSON that `search_data.py` wrote, and
asked by the rule that the server asks by.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from registry.catalogue.contacts import Number, numbers_around, reaches
from registry.catalogue.ringing import Asked, asks_of, how_to, to_ring
from registry.catalogue.snapshot import (
    Row,
    ShownAgreement,
    ShownVersion,
    Snapshot,
)
from registry.catalogue.vocabulary import Vocabulary
from registry.catalogue.whereabouts import where_to_ask_around
from registry.errors import BadInput
from registry.rules.fields import ROW_FIELDS
from registry.rules.status import Cause, Status, StatusOn
from registry.search.answer import Answer, AnswerGroup, Question
from registry.search.answering import answer_to
from registry.search.cards.card import Card, CardDocument, Fact
from registry.search.cards.kinds import KIND_LABELS, CardTable
from registry.search.engine import Candidate
from registry.search.first_line import first_line_of
from registry.search.lexicons import lexicon_of
from registry.search.line import Exclusion, FirstLine
from registry.search.memory_engine import MemoryEngine
from registry.search.question import check_text
from registry.search.tokens import EXACT, STEM

LONGEST = 400


@dataclass(frozen=True)
class _Section:
    """A section of a text that stands in the file already; only its anchor is asked
    for.
    """

    anchor: str
    title: str = ""
    level: int = 2
    text: str = ""


class Reader:
    """One copy, and what it answers."""

    def __init__(self, written: str) -> None:
        """`written` is what `search_data` gave, as JSON."""
        data = json.loads(written)
        frequencies = dict(data["tokens"])
        self.snapshot = _snapshot(data)
        self._engine = MemoryEngine(_entries(data), frequencies, data["size"])
        self._lexicon = lexicon_of(
            self.snapshot,
            {
                token.removeprefix(EXACT): count
                for token, count in frequencies.items()
                if token.startswith(EXACT)
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
        self._sections = {
            agreement["slug"]: [_Section(anchor) for anchor in agreement["sections"]]
            for agreement in data["agreements"]
        }

    def answer(self, text: str) -> Answer:
        """The answer. Raises PersonalData or BadInput, as the catalogue does."""
        checked = check_text(text, LONGEST)
        # Nothing here asks when: the catalogue is that of one day.
        question = Question(checked, cast(Any, None))

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
            return json.dumps(_for_page(self.snapshot, self.answer(text)))
        except BadInput as error:
            return json.dumps({"refused": error.message})

    def _sections_of(self, body: str) -> Sequence[Any]:
        """A version here has its agreement's name for a body."""
        return self._sections[body]


def _entries(data: Mapping[str, Any]) -> list[Candidate]:
    tokens = [token for token, _ in data["tokens"]]

    return [
        Candidate(
            kind,
            agreement,
            ref,
            {name: frozenset(tokens[at] for at in ats) for name, ats in fields.items()},
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
    facts = tuple(Fact(label, value) for label, value in given["facts"])
    card = Card(given["kind"], given["title"], facts, given["source"], url="")

    return CardDocument(
        given["key"],
        card,
        tuple(given["names"]),
        given["sort"],
        about=given["about"],
        besides=given["besides"],
    )


def _items(given: Iterable[Mapping[str, Any]]) -> list[Any]:
    return [SimpleNamespace(**item) for item in given]


def _for_page(snapshot: Snapshot, answer: Answer) -> dict[str, Any]:
    place = answer.municipality

    return {
        "cards": [
            {
                "kind": KIND_LABELS[card.kind],
                "title": card.title,
                "facts": [[fact.label, fact.value] for fact in card.facts],
            }
            for card in answer.cards
        ],
        "groups": [
            {**group, "line": _line(first_line_of(snapshot, given, answer))}
            for given, group in zip(
                answer.groups, _groups(snapshot, answer.groups, place), strict=True
            )
        ],
        "nearest": _groups(snapshot, answer.nearest, place),
        "numbers": [_number(number) for number in numbers_around(snapshot, place)],
        "asks": _asks([Asked(a) for a in where_to_ask_around(snapshot, place)]),
        "agreements": [
            {"agreement": hit.agreement.slug, "section": hit.anchor}
            for hit in answer.agreements
        ],
        "unknown": answer.unknown,
        "uncovered": list(answer.uncovered),
        "respelt": answer.did_you_mean,
        "stressed": answer.stressed,
        "listing": answer.listing,
    }


def _groups(
    snapshot: Snapshot, groups: Iterable[AnswerGroup], place: str | None
) -> list[dict[str, Any]]:
    """`ring`: the numbers of each row that has any in the municipality meant; what
    stands in the file already is told without one. `ask`: where to ring where a row
    has none.
    """
    return [
        {
            "task": group.task_key,
            "rows": [hit.row.id for hit in group.hits],
            "ring": {
                hit.row.id: numbers
                for hit in group.hits
                if place and (numbers := _ringing(snapshot, hit.row, place))
            },
            "ask": {
                hit.row.id: _asks(asks_of(to_ring(reaches(snapshot, hit.row, place))))
                for hit in group.hits
            },
        }
        for group in groups
    ]


def _ringing(snapshot: Snapshot, row: Row, place: str) -> list[dict[str, str]]:
    return [
        _number(number, reach.only_if)
        for reach in reaches(snapshot, row, place)
        for number in reach.numbers
    ]


def _asks(asked: Sequence[Asked]) -> dict[str, Any]:
    """The places, each with whether it is only to tell them, and how to get through."""
    return {
        "places": [[one.ask.place, one.only_told] for one in asked],
        "how": how_to(one.ask for one in asked),
    }


def _number(number: Number, only_if: str = "") -> dict[str, str]:
    return {**asdict(number), "dialled": number.dialled, "only_if": only_if}


def _excluded(excluded: Exclusion) -> dict[str, Any]:
    rest = excluded.text[excluded.headline_end :]
    return {**excluded._asdict(), "headline": excluded.headline, "rest": rest}


def _line(line: FirstLine) -> dict[str, Any]:
    return {
        "label": line.label,
        "verdict": line.verdict,
        "excluded": line.excluded and _excluded(line.excluded),
        "parts": [part._asdict() for part in line.parts],
        "also": [{"name": part.name, "row": part.row} for part in line.also],
        "alsoLabel": line.also_label,
    }
