"""What was read, as an agreement: its title, its fields, its parties, its rows and its body."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.documents.blocks import Block, Paragraph, Table, plain
from registry.exports.appendix_text import ILLUSTRATIVE
from registry.fields import RELATION_LABELS, THREE_FIELDS, VERSION_FIELDS, Scheme
from registry.intake import labels
from registry.intake.naming import Names
from registry.intake.reading import Concern, Reading, Remark
from registry.intake.rows import RowText, rows_of
from registry.intake.sections import Section, below, markdown_of, sections_of
from registry.intake.values import read_value
from registry.snapshot import Snapshot
from registry.version_content import CONTENT_FIELDS, empty_values

BY_NAME = {field.name: field for field in VERSION_FIELDS}
THREE = {field.name: field.label for field in THREE_FIELDS}
FIRST_ROLE = "formel-part"
PARTIES = ("parter", "aftalens parter", "aftaleparter", "parterne")


@dataclass(frozen=True)
class Recognised:
    """An agreement's text as it was recognised.

    `values`: CONTENT_FIELDS by name, in the plain form of version_content; so are `parties` (by
    role), `relations` (by kind) and the rows' values.
    """

    values: Mapping[str, Any]
    parties: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, tuple[str, ...]]
    rows: tuple[RowText, ...]
    remarks: tuple[Remark, ...]


def recognise(reading: Reading, snapshot: Snapshot) -> Recognised:
    """Every block of the reading is in the result, or a remark says that it is not."""
    return _Recogniser(reading, snapshot).result()


class _Recogniser:
    """Goes through the sections once, and gives each to whoever knows its heading."""

    def __init__(self, reading: Reading, snapshot: Snapshot) -> None:
        self._names = Names(snapshot)
        self._snapshot = snapshot
        self._values = empty_values(CONTENT_FIELDS) | {"title": reading.title}
        self._parties: dict[str, tuple[str, ...]] = {}
        self._relations: dict[str, tuple[str, ...]] = {}
        self._rows: list[RowText] = []
        self._body: list[Section] = []
        self._emptied: set[int] = set()  # places in the body of sections taken out of it
        self._remarks = list(reading.remarks)
        self._notes = 0
        self._derived: list[str] = []
        self._sections = sections_of(reading.blocks)

    def result(self) -> Recognised:
        at = 0
        while at < len(self._sections):
            at = self._section(at)
        self._values["body"] = markdown_of(b for section in self._kept() for b in section.all)
        self._tell()
        return Recognised(
            self._values, self._parties, self._relations, tuple(self._rows), tuple(self._remarks)
        )

    def _section(self, at: int) -> int:
        """Take in the section at `at`, or the whole part that it begins. Returns the next."""
        section, end = self._sections[at], below(self._sections, at)
        part = self._sections[at:end]
        meaning = labels.heading(section.title)
        if meaning in THREE and not self._values[meaning]:
            self._field(meaning, part)
        elif meaning == "summary" and not self._values["summary"]:
            self._values["summary"] = _plain_text(_blocks(part))
        elif meaning == "body":
            self._add_body(Section(None, tuple(_blocks(part))))
        elif meaning == labels.PROVENANCE and self._is_all_facts(part):
            self._facts(section)
        else:
            if meaning in THREE:
                self._doubt(f"«{section.title}» står flere gange; her er kun den første brugt.")
            self._own(section, meaning)
            return at + 1
        return end

    def _own(self, section: Section, meaning: str) -> None:
        """What stands right under one heading: facts, tables of rows, and text for the body."""
        is_lede = section.heading is None
        left = list(section.blocks)
        if meaning == labels.ABOUT or is_lede:
            left = self._facts(section)
        if is_lede:
            left = self._lede(left)
        left = self._take_rows(left, section.title)
        if not left and (section.blocks or meaning in (labels.ABOUT, labels.ROWS)):
            self._emptied.add(len(self._body))
        self._add_body(Section(section.heading, tuple(left)))

    def _field(self, name: str, part: Sequence[Section]) -> None:
        left = self._take_rows(self._unnoted(_blocks(part)), part[0].title)
        self._values[name] = markdown_of(left)
        if not left and any(isinstance(block, Table) for block in _blocks(part)):
            self._doubt(f"«{THREE[name]}» rummede kun en tabel, som er blevet til snitflader.")

    def _take_rows(self, blocks: Iterable[Block], title: str) -> list[Block]:
        """The blocks less the tables that became rows and hold nothing else."""
        left: list[Block] = []
        for block in blocks:
            found = rows_of(block, title, self._names) if isinstance(block, Table) else None
            if found is None:
                left.append(block)
                continue
            self._rows += found.rows
            for doubt in found.doubts:
                self._doubt(doubt)
            if not found.is_whole:
                self._doubt(
                    f"Tabellen under «{title}» står også i aftalens tekst, da ikke alt i den "
                    "kunne overføres til snitfladerne."
                )
                left.append(block)
        return left

    def _lede(self, blocks: list[Block]) -> list[Block]:
        """What stands before the first heading: one paragraph is the summary."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not self._values["summary"]:
            self._values["summary"] = plain(blocks[0].text)
            return []
        return blocks

    def _facts(self, section: Section) -> list[Block]:
        """Read «Label: value»; returns the blocks that are no such thing."""
        left: list[Block] = []
        for block in self._unnoted(section.blocks):
            # Every pair is taken in, also where one of them is none.
            taken = [self._fact(label, value) for label, value in _pairs(block)]
            if not taken or not all(taken):
                left.append(block)
        return left

    def _fact(self, label: str, value: str) -> bool:
        """Take in one fact; False where it is none that the catalogue knows."""
        role = self._names.exact(Scheme.PARTY_ROLES, label)
        if role or label.casefold() in PARTIES:
            return self._take_parties(role, label, value)
        name = labels.fact(label)
        if name in RELATION_LABELS:
            return self._take_relation(name, label, value)
        if name in labels.DERIVED:
            self._derived.append(name)
            return True
        if name not in BY_NAME or self._values[name]:
            return False
        field = BY_NAME[name]
        self._values[name], doubt = read_value(field, value, self._names)
        if doubt:
            self._doubt(f"{field.label}: {doubt}")
        return True

    def _take_parties(self, role: str, label: str, value: str) -> bool:
        found = self._names.find(Scheme.ORGANISATIONS, value)
        if not role:
            self._doubt(f"«{label}» er læst som formelle parter. Passer det?")
        if found.rest or found.several:
            rest = " ".join((found.rest, *found.several)).strip()
            self._doubt(f"{label}: kataloget kender ikke «{rest}».")
        self._add_parties(role or FIRST_ROLE, found.keys)
        return True

    def _add_parties(self, role: str, slugs: Iterable[str]) -> None:
        """An organisation has one role only: the first that it is named in."""
        named = {slug for slugs in self._parties.values() for slug in slugs}
        for slug in slugs:
            if slug in named:
                name = self._snapshot.organisation_name(slug)
                self._doubt(f"{name} står i flere roller; den første er brugt.")
        new = [slug for slug in slugs if slug not in named]
        self._parties[role] = (*self._parties.get(role, ()), *new)

    def _take_relation(self, kind: str, label: str, value: str) -> bool:
        slug = self._names.exact(Scheme.AGREEMENTS, value)
        if not slug:
            self._doubt(f"{label}: kataloget har ingen aftale, der hedder «{value}».")
            return False
        self._relations[kind] = tuple(dict.fromkeys((*self._relations.get(kind, ()), slug)))
        return True

    def _unnoted(self, blocks: Iterable[Block]) -> list[Block]:
        """The blocks less the catalogue's own remarks on them."""
        left: list[Block] = []
        for block in blocks:
            if not (isinstance(block, Paragraph) and block.note):
                left.append(block)
            elif plain(block.text) == ILLUSTRATIVE:
                self._values["illustrative"] = True
            else:
                self._notes += 1
        return left

    def _is_all_facts(self, part: Sequence[Section]) -> bool:
        return all(_pairs(block) for block in _blocks(part))

    def _add_body(self, section: Section) -> None:
        self._body.append(section)

    def _kept(self) -> list[Section]:
        """The body's sections less headings that nothing is left under and no row stands under."""
        referred = {row.values["section"] for row in self._rows}
        kept: list[Section] = []
        for at, section in reversed(list(enumerate(self._body))):
            holds_more = bool(kept) and kept[-1].level > section.level
            if at in self._emptied and not holds_more and section.title not in referred:
                continue
            kept.append(section)
        return kept[::-1]

    def _tell(self) -> None:
        if not self._values["title"]:
            self._doubt("Titlen er ikke fundet. Skriv den selv.")
        if not self._values["summary"]:
            self._doubt("Et resumé er ikke fundet. Skriv det selv.")
        for name, label in THREE.items():
            if not self._values[name]:
                self._doubt(f"«{label}» er ikke fundet under en overskrift. Udfyld feltet selv.")
        if self._derived:
            names = ", ".join(dict.fromkeys(self._derived))
            self._leave_out(f"Ikke overført, da kataloget selv udleder det: {names}.")
        if self._notes:
            self._leave_out(f"Katalogets egne bemærkninger er ikke overført ({self._notes}).")

    def _doubt(self, text: str) -> None:
        self._remarks.append(Remark(Concern.DOUBT, text))

    def _leave_out(self, text: str) -> None:
        self._remarks.append(Remark(Concern.LEFT_OUT, text))


def _blocks(part: Sequence[Section]) -> list[Block]:
    """All that a part holds, less the heading that begins it."""
    first, *rest = part
    return [*first.blocks, *(block for section in rest for block in section.all)]


def _pairs(block: Block) -> list[tuple[str, str]]:
    """The labels and values of a block that is «Label: value», with the label in bold, or a table

    of such lines; empty for another block.
    """
    if isinstance(block, Table) and len(block.head) == 2:
        lines = [block.head, *(tuple(plain(cell) for cell in row) for row in block.rows)]
        return [(label.strip().rstrip(":"), value) for label, value in lines]
    if not isinstance(block, Paragraph) or not block.text or not block.text[0].bold:
        return []
    label, colon, value = plain(block.text).partition(":")
    return [(label.strip(), value.strip())] if colon and value.strip() else []


def _plain_text(blocks: Iterable[Block]) -> str:
    return "\n\n".join(plain(b.text) for b in blocks if isinstance(b, Paragraph))
