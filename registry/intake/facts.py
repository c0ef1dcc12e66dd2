"""Facts about a whole agreement: «Label: value», tables of such lines, sections that
hold one.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from registry.catalogue.agreement_words import ILLUSTRATIVE
from registry.catalogue.snapshot import Snapshot
from registry.documents.blocks import Block, Items, Paragraph, Table, plain
from registry.intake import labels
from registry.intake.naming import Names
from registry.intake.values import read_value, words_of
from registry.language.months import MONTHS
from registry.rules.fields import RELATION_LABELS, VERSION_FIELDS, Kind, Scheme
from registry.rules.party_roles import ALL, BUT, FORMAL
from registry.rules.version_content import CONTENT_FIELDS, empty_values

_COUNT = r"(?P<number>\d{1,3})"
# As our own documents tell them; whoever writes it by hand says the same.
TOGETHER = re.compile(
    rf"(?:\bog )?\b{ALL.format(_COUNT)}(?:{BUT}(?P<but>.+))?$",
    re.IGNORECASE,
)
BY_NAME = {field.name: field for field in VERSION_FIELDS}
PARTIES = ("parter", "aftalens parter", "aftaleparter", "parterne")
DATE = re.compile(
    rf"\b\d{{1,2}}\.?\s*(?:{'|'.join(MONTHS)})\s+\d{{4}}\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b",
    re.IGNORECASE,
)


class AgreementSoFar:
    """What is known of an agreement so far: its fields, its parties, its relations.

    `values`: CONTENT_FIELDS by name. `doubts`: what a person must look at. `derived`:
    labels of what the catalogue works out by itself. `notes`: how many of its own
    remarks were met.
    """

    def __init__(self, snapshot: Snapshot, names: Names) -> None:
        self._snapshot, self._names = snapshot, names
        self.values: dict[str, Any] = empty_values(CONTENT_FIELDS)
        self.parties: dict[str, tuple[str, ...]] = {}
        self.relations: dict[str, tuple[str, ...]] = {}
        self.doubts: list[str] = []
        self.derived: list[str] = []
        self.notes = 0

    def take(self, blocks: Iterable[Block]) -> list[Block]:
        """Read the facts; returns the blocks that are none, or not wholly."""
        left: list[Block] = []
        for block in self.without_notes(blocks):
            # Every pair is taken in, also where one of them is none.
            taken = [self._fact(label, value) for label, value in _pairs(block)]
            if not taken or not all(taken):
                left.append(block)

        return left

    def without_notes(self, blocks: Iterable[Block]) -> list[Block]:
        """The blocks less the catalogue's own remarks on them."""
        left: list[Block] = []
        for block in blocks:
            if not (isinstance(block, Paragraph) and block.note):
                left.append(block)
            elif plain(block.text) == ILLUSTRATIVE:
                self.values["illustrative"] = True
            else:
                self.notes += 1

        return left

    def suggest(self, title: str, blocks: Sequence[Block]) -> None:
        """What a section says under a heading like «Parter»; its text stays where it
        is.
        """
        text = "\n".join(_texts(blocks))
        name = labels.fact(title)

        if labels.form(title) in _parties() and not self.parties:
            named = self._names.find(Scheme.ORGANISATIONS, text)
            if named.keys:
                self._add_parties(FORMAL, named.keys)
                self._ask(title, "de formelle parter")
        elif name in BY_NAME and not self.values[name]:
            self._suggest_value(name, title, text)

    def _suggest_value(self, name: str, title: str, text: str) -> None:
        field = BY_NAME[name]
        if field.kind is Kind.DATE:
            dates = DATE.findall(text)
            self.values[name] = (
                read_value(field, dates[0], self._names).value
                if len(dates) == 1
                else None
            )
        elif field.kind is Kind.KEYS and field.scheme is not None:
            self.values[name] = self._names.find(field.scheme, text).keys

        if self.values[name]:
            self._ask(title, f"«{field.label}»")

    def _ask(self, title: str, what: str) -> None:
        self.doubts.append(f"Teksten under «{title}» er brugt til {what}. Passer det?")

    def _fact(self, label: str, value: str) -> bool:
        """Take in one fact; False where it is none that the catalogue knows."""
        role = self._names.exact(Scheme.PARTY_ROLES, label)
        if role or label.casefold() in PARTIES:
            return self._take_parties(role, label, value)

        name = labels.fact(label)
        if name in RELATION_LABELS:
            return self._take_relation(name, label, value)
        if name in labels.DERIVED:
            self.derived.append(name)
            return True
        if name not in BY_NAME or self.values[name]:
            return False

        field = BY_NAME[name]
        if labels.form(label) == labels.form(labels.FIRST_DAY_AFTER):
            field = field._replace(ends=False)
        self.values[name], doubt = read_value(field, value, self._names)
        if doubt:
            self.doubts.append(f"{field.label}: {doubt}")
        return True

    def _take_parties(self, role: str, label: str, value: str) -> bool:
        together, value = self._all_municipalities(value)
        named = self._names.find(Scheme.ORGANISATIONS, value)
        if named.keys and named.is_unclear:
            self.doubts.append(f"{label}: «{value}» siger mere end navne. Vælg selv.")
            return False

        if not role:
            self.doubts.append(f"«{label}» er læst som formelle parter. Passer det?")
        if named.rest or named.several:
            rest = " ".join((named.rest, *named.several)).strip()
            self.doubts.append(f"{label}: kataloget kender ikke «{rest}».")

        self._add_parties(role or FORMAL, (*named.keys, *together))
        return True

    def _all_municipalities(self, value: str) -> tuple[tuple[str, ...], str]:
        """The municipalities that are told together, as many as there are, and what is
        said beside them; none, and all of it, where that cannot be sure.
        """
        said = TOGETHER.search(value)
        known = [municipality.slug for municipality in self._snapshot.municipalities()]
        if not said or int(said["number"]) != len(known):
            return (), value

        but = self._names.find(Scheme.ORGANISATIONS, said["but"] or "")
        if but.rest or but.several or but.is_unclear or not set(but.keys) <= set(known):
            return (), value
        others = value[: said.start()].rstrip(" ,")
        return tuple(slug for slug in known if slug not in but.keys), others

    def _add_parties(self, role: str, slugs: Iterable[str]) -> None:
        """An organisation has one role only: the first that it is named in."""
        named = {slug for slugs in self.parties.values() for slug in slugs}
        for slug in slugs:
            if slug in named:
                name = self._snapshot.organisation_name(slug)
                self.doubts.append(f"{name} står i flere roller; den første er brugt.")

        new = [slug for slug in slugs if slug not in named]
        self.parties[role] = (*self.parties.get(role, ()), *new)

    def _take_relation(self, kind: str, label: str, value: str) -> bool:
        slug = self._names.exact(Scheme.AGREEMENTS, value)
        if not slug:
            self.doubts.append(
                f"{label}: kataloget har ingen aftale, der hedder «{value}»."
            )
            return False

        self.relations[kind] = tuple(
            dict.fromkeys((*self.relations.get(kind, ()), slug))
        )
        return True


@cache
def _parties() -> frozenset[tuple[str, ...]]:
    return frozenset(map(labels.form, PARTIES))


def is_fact(block: Block) -> bool:
    """Whether a block has the form of a fact."""
    return bool(_pairs(block))


def _pairs(block: Block) -> list[tuple[str, str]]:
    """The labels and values of a block that is «Label: value», with the label in bold,
    or a table of such lines; empty for another block.
    """
    if isinstance(block, Table) and len(block.head) == 2:
        lines = [
            block.head,
            *(tuple(words_of(cell) for cell in row) for row in block.rows),
        ]
        return [(label.strip().rstrip(":"), value) for label, value in lines]

    if not isinstance(block, Paragraph) or not block.text or not block.text[0].bold:
        return []
    label, colon, value = words_of(block.text).partition(":")
    return [(label.strip(), value.strip())] if colon and value.strip() else []


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    """The text of paragraphs and lists."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.text)
        elif isinstance(block, Items):
            for item in block.items:
                yield from _texts(item)
