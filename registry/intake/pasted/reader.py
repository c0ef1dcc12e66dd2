"""Text pasted from a PDF or a mail, as blocks: paragraphs, headings, lists and tables
again.
"""

from collections.abc import Sequence

from registry.documents.blocks import Block, Heading, Table, in_order, paragraph
from registry.documents.blocks import text as text_of
from registry.errors import BadInput
from registry.intake.limits import MOST_CHARACTERS
from registry.intake.pasted.lines import (
    Sheet,
    cells_of,
    ends_sentence,
    excerpts,
    joined,
    lines_of,
    pieces_of,
    sheet_of,
    starts_low,
)
from registry.intake.pasted.lists import list_at, list_blocks
from registry.intake.pasted.pages import without_pages
from registry.intake.pasted.shapes import (
    CAPITALS,
    PLAIN,
    Title,
    is_row,
    mark_of,
    title_at,
)
from registry.intake.read_text import Concern, ReadText, Remark

PARAMETER = "tekst"
# With these a part of an agreement begins, not the agreement.
PARTS = frozenset("formål indledning baggrund målgruppe resumé forord".split())


def read(text: str) -> ReadText:
    """The text as blocks; the remarks say what was left out, changed or guessed.

    Raises BadInput where there is no text, or too much.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadInput(
            "Teksten er for lang. Indsæt højst 1.000.000 tegn ad gangen.", PARAMETER
        )

    stripped = without_pages(lines_of(text))
    if not stripped.lines:
        raise BadInput(
            "Der er ingen tekst. Kopiér aftalens tekst, og sæt den ind.", PARAMETER
        )

    reader = _Reader(sheet_of(stripped.lines))
    reader.read()
    title = reader.title or _running_title(stripped.first)
    blocks = in_order([Heading(1, title, "titel"), *reader.blocks])[1:]
    return ReadText(title, blocks, (*stripped.remarks, *reader.remarks()))


def _running_title(first: str) -> str:
    """The title, where the first page bears it as the others bear their running
    head.
    """
    is_title = (
        len(first.split()) > 1 and not starts_low(first) and not ends_sentence(first)
    )
    return (
        first
        if is_title and not any(character.isdigit() for character in first)
        else ""
    )


class _Reader:
    """Goes through the lines once. Each kind of block takes the lines that are
    its own.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.title = ""
        self.blocks: list[Block] = []
        self._sheet, self._lines = sheet, sheet.lines
        self._above = CAPITALS  # the rank that a plain heading stands under
        self._words: list[str] = []
        self._plain: list[str] = []
        self._tables: list[str] = []

    def read(self) -> None:
        at = 0
        while at < len(self._lines):
            at = (
                self._table(at)
                or self._heading(at)
                or self._list(at)
                or self._paragraph(at)
            )

    def remarks(self) -> list[Remark]:
        """What a person must know of how the text was read."""
        changes = (
            ("Linjer, der står alene, er læst som overskrifter", self._plain),
            ("Ord, der var delt ved linjens ende, er samlet", self._words),
        )

        return [
            *(
                Remark(
                    Concern.CHANGED,
                    f"{what}: {excerpts(texts)}.",
                    "",
                    pieces_of(texts),
                )
                for what, texts in changes
                if texts
            ),
            *(Remark(Concern.DOUBT, table) for table in self._tables),
        ]

    # Each of these reads the block that begins with the line, and returns the line
    # after it; 0 where no such block begins.

    def _table(self, at: int) -> int:
        end = at
        while is_row(self._sheet, end):
            end += 1
        if end == at:
            return 0

        head, *rows = (cells_of(line.text) for line in self._lines[at : end + 1])
        cells = tuple(tuple(text_of(cell) for cell in row) for row in rows)
        self.blocks.append(Table("", tuple(head), cells))
        self._tables.append(
            f"Linjerne fra «{' | '.join(head)}» er læst som en tabel med {len(head)} "
            "kolonner. Se efter, at hver oplysning står i den rigtige kolonne."
        )

        return end + 1

    def _heading(self, at: int) -> int:
        title = title_at(self._sheet, at)
        if title is None:
            return 0

        if at == 0 and _is_title(title):
            self.title = title.text
        else:
            self.blocks.append(Heading(self._rank(title), title.text, f"afsnit-{at}"))
            if title.rank == PLAIN:
                self._plain.append(title.text)

        return at + title.lines

    def _rank(self, title: Title) -> int:
        if title.rank == PLAIN:
            return self._above + 1
        self._above = max(title.rank, CAPITALS)
        return title.rank

    def _list(self, at: int) -> int:
        items, end = list_at(self._sheet, at)
        self.blocks += list_blocks(items, self._joined)
        return end if items else 0

    def _paragraph(self, at: int) -> int:
        end = at + 1
        while (
            end < len(self._lines)
            and self._sheet.goes_on(end)
            and not self._is_other(end)
        ):
            end += 1

        self.blocks.append(
            paragraph(self._joined([line.text for line in self._lines[at:end]]))
        )
        return end

    def _is_other(self, at: int) -> bool:
        """Whether something that is no paragraph begins amid the lines."""
        mark = mark_of(self._lines[at].text)
        if mark:
            return mark.is_sure or self._sheet.begins(at)
        return is_row(self._sheet, at) or title_at(self._sheet, at) is not None

    def _joined(self, lines: Sequence[str]) -> str:
        whole = joined(lines)
        self._words += whole.words
        return whole.text


def _is_title(title: Title) -> bool:
    return title.rank in (PLAIN, CAPITALS) and title.text.casefold() not in PARTS
