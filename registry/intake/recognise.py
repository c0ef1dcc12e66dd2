"""What was read, as an agreement: its title, its fields, its parties, its rows and its
body.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from registry.catalogue.snapshot import Snapshot
from registry.documents.blocks import Block, Paragraph, Table
from registry.intake import labels
from registry.intake.facts import AgreementSoFar
from registry.intake.headings import THREE, headed, not_found
from registry.intake.letter_legend import legend_in
from registry.intake.listing import Listing
from registry.intake.naming import Names
from registry.intake.read_text import Concern, ReadText, Remark
from registry.intake.rows import RowTable, RowText, rows_of, the_table
from registry.intake.sections import (
    Section,
    all_under,
    below,
    is_plain,
    markdown_of,
    sections_of,
)
from registry.intake.turned import resembles_duties
from registry.intake.values import words_of
from registry.rules.fields import VERSION_FIELDS, Field

SENTENCE_ENDS = (".", "!", "?")
CHOOSE = "Vælg for hver af dens snitflader afsnittet i aftalens tekst."
IN_FIELD = f"stod i et af de tre felter. {CHOOSE}"
UNREAD = "ligner opgaver og er ikke læst som snitflader. Skriv dem selv."
IN_NO_SECTION = f"står ikke i noget afsnit. {CHOOSE}"


@dataclass(frozen=True)
class Recognised:
    """An agreement's text as it was recognised.

    `values`: CONTENT_FIELDS by name, in the plain form of version_content; so are
    `parties` (by role), `relations` (by kind) and the rows' values.
    """

    values: Mapping[str, Any]
    parties: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, tuple[str, ...]]
    rows: tuple[RowText, ...]
    remarks: tuple[Remark, ...]
    # The fields of a version that the original has no place for.
    unheld: tuple[Field, ...] = ()


def recognise(snapshot: Snapshot, read_text: ReadText) -> Recognised:
    """Every block of the text is in the result, or a remark says that it is not."""
    return _Recogniser(headed(read_text), snapshot).result()


class _Recogniser:
    """Goes through the sections once, and gives each to whoever knows its heading."""

    def __init__(self, read_text: ReadText, snapshot: Snapshot) -> None:
        self._names = Names(snapshot)
        self._facts = AgreementSoFar(snapshot, self._names)
        self._values = self._facts.values
        self._values["title"] = read_text.title

        self._listing = Listing(read_text.blocks, self._names)
        self._legend = legend_in(read_text.blocks)
        self._rows: list[RowText] = []
        self._body: list[Section] = []
        self._emptied: set[int] = set()  # places in the body of emptied sections

        self._doubts = self._facts.doubts
        self._remarks, self._blocks = read_text.remarks, read_text.blocks
        self._sections = sections_of(self._blocks)
        self._named = {labels.heading(section.title) for section in self._sections}
        # A text of others may well say something of its own under «Belæg».
        self._hold_facts = {labels.ABOUT, labels.PROVENANCE} | (
            {labels.EVIDENCE} if self._listing.rows else set()
        )
        self._unnumbered: list[str] = []  # fields' headings that lost their number
        # Whether the summary is what stands right under the title.
        self._has_lede = False

    def result(self) -> Recognised:
        at = 0
        while at < len(self._sections):
            at = self._section(at)
        self._values["body"] = markdown_of(
            b for section in self._kept() for b in section.all
        )

        self._look_for_what_is_missing()
        return Recognised(
            values=self._values,
            parties=self._facts.parties,
            relations=self._facts.relations,
            rows=tuple(self._rows),
            remarks=(*self._remarks, *self._said()),
            unheld=self._unheld(),
        )

    def _unheld(self) -> tuple[Field, ...]:
        """Our own document may be sent without its evidence."""
        if not self._listing.rows or labels.EVIDENCE in self._named:
            return ()
        return tuple(field for field in VERSION_FIELDS if field.evidence)

    def _section(self, at: int) -> int:
        """Take in the section at `at`, or the whole part that it begins. Returns the
        next.
        """
        section, end = self._sections[at], below(self._sections, at)
        part = self._sections[at:end]
        meaning = self._meaning(section)

        if meaning in THREE and not self._values[meaning]:
            self._field(meaning, part)
        elif meaning == "summary" and is_plain(part) and not self._values["summary"]:
            self._values["summary"] = "\n\n".join(_lines(section.blocks))
        elif meaning == "body":
            self._body.append(Section(None, tuple(all_under(part))))
        else:
            if meaning in THREE:
                self._doubts.append(
                    f"«{section.title}» står flere gange; her er kun den første brugt."
                )
            self._own(section, meaning)
            return at + 1
        return end

    def _meaning(self, section: Section) -> str:
        """What the section's heading means; empty where it means nothing known.

        One that is only likely means it where no heading of the file has the name, and
        only the first time; the writer is asked whether it is so.
        """
        named = labels.heading(section.title)
        if named or not section.title:
            return named

        likely = labels.likely_heading(section.title)
        if not likely or likely in self._named:
            return ""

        self._named.add(likely)
        self._doubts.append(
            f"«{section.title}» er læst som «{THREE[likely]}». Passer det?"
        )
        return likely

    def _own(self, section: Section, meaning: str) -> None:
        """What stands right under one heading: facts, tables of rows, and text for the
        body.
        """
        is_lede = section.heading is None
        holds_facts = is_lede or meaning in self._hold_facts
        left = self._facts.take(section.blocks) if holds_facts else list(section.blocks)

        if is_lede:
            left = self._lede(left)
        else:
            self._facts.suggest(section.title, left)

        left = self._take_rows(left, section.title, section.title)
        if not left and (section.blocks or meaning in (labels.ABOUT, labels.ROWS)):
            self._emptied.add(len(self._body))
        self._body.append(Section(section.heading, tuple(left)))

    def _lede(self, blocks: list[Block]) -> list[Block]:
        """What stands before the first heading: one paragraph of whole sentences is the
        summary.
        """
        lines = [line for line in _lines(blocks) if line.endswith(SENTENCE_ENDS)]
        if len(blocks) != 1 or not lines or self._values["summary"]:
            return blocks

        self._values["summary"] = lines[0]
        self._has_lede = True
        return []

    def _field(self, name: str, part: Sequence[Section]) -> None:
        """One of the three fields. Its headings are not in the body, so no row can
        stand there.
        """
        left: list[Block] = []
        for section in part:
            blocks = self._facts.without_notes(section.blocks)
            kept = self._take_rows(blocks, section.title, "")
            left += Section(section.heading, tuple(kept)).all

        title = part[0].title
        if labels.has_number(title):
            self._unnumbered.append(title)
        if labels.NOTE_MARK.search(title):
            self._doubts.append(f"«{title}»: {labels.WITHOUT_NOTE}")
        left = left[1:]  # the field's own heading
        self._values[name] = markdown_of(left)
        if not left and any(isinstance(block, Table) for block in all_under(part)):
            self._doubts.append(
                f"«{THREE[name]}» rummede kun en tabel, som blev til snitflader."
            )

    def _take_rows(
        self, blocks: Iterable[Block], heading: str, section: str
    ) -> list[Block]:
        """The blocks less the tables that became rows and hold nothing else.

        `heading`: what the tables stand under; `section`: the body's section, if they
        are there.
        """
        left: list[Block] = []
        for block in blocks:
            row_table = self._rows_of(block, heading)
            if row_table is None:
                if not self._listing.rows and resembles_duties(block, self._names):
                    self._doubts.append(f"{the_table(heading)} {UNREAD}")
                left.append(block)
                continue

            self._rows += (_placed(row, section) for row in row_table.rows)
            self._doubts += row_table.doubts
            if not section and any(not row.values["section"] for row in row_table.rows):
                self._doubts.append(
                    f"{the_table(heading)} {IN_FIELD if heading else IN_NO_SECTION}"
                )
            if not row_table.is_whole:
                self._doubts.append(
                    f"{the_table(heading)} står også i aftalens tekst, da ikke alt i "
                    "den kunne overføres til snitfladerne."
                )
                left.append(block)

        return left

    def _rows_of(self, block: Block, heading: str) -> RowTable | None:
        if not isinstance(block, Table):
            return None
        return self._listing.read(block) or rows_of(
            block, heading, self._names, self._legend
        )

    def _kept(self) -> list[Section]:
        """The body's sections less headings that nothing is left under and no row
        stands under.
        """
        referred = {row.values["section"] for row in self._rows}
        kept: list[Section] = []
        for at, section in reversed(list(enumerate(self._body))):
            holds_more = bool(kept) and kept[-1].level > section.level
            if at in self._emptied and not holds_more and section.title not in referred:
                continue
            kept.append(section)

        return kept[::-1]

    def _look_for_what_is_missing(self) -> None:
        if not self._values["title"]:
            self._doubts.append("Titlen er ikke fundet. Skriv den selv.")
        if not self._values["summary"]:
            self._doubts.append("Et resumé er ikke fundet. Skriv det selv.")

        missing = [name for name in THREE if not self._values[name]]
        self._doubts += not_found(missing, self._blocks)

    def _said(self) -> Iterable[Remark]:
        for doubt in dict.fromkeys(self._doubts):
            yield Remark(Concern.DOUBT, doubt)

        if self._has_lede:
            yield Remark(
                Concern.CHANGED, "Teksten lige under titlen er brugt som resumé."
            )

        if self._unnumbered:
            named = ", ".join(f"«{title}»" for title in self._unnumbered)
            yield Remark(
                Concern.CHANGED,
                f"Blevet felter uden nummer: {named}. Ret henvisninger til numrene.",
            )

        if derived := ", ".join(dict.fromkeys(self._facts.derived)):
            said = f"Ikke overført, da kataloget selv udleder det: {derived}."
            yield Remark(Concern.LEFT_OUT, said)
        if notes := self._facts.notes:
            said = f"Katalogets egne bemærkninger er ikke overført ({notes})."
            yield Remark(Concern.LEFT_OUT, said)


def _placed(row: RowText, section: str) -> RowText:
    """The row in the section where its table stood, if it does not name one itself."""
    if row.values["section"]:
        return row
    return replace(row, values={**row.values, "section": section})


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [words_of(block.text) for block in blocks if isinstance(block, Paragraph)]
