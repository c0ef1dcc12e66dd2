"""Typst in a process of its own: python -m registry.exports.typesetting FORMAT FONTS,
source in, PDF or PNG out.

Typst keeps what it has set in memory for the next time. In a server that grows without
end; in a process of its own it ends with the document, and readers do not wait for it.
"""

import re
import sys
from pathlib import Path

from registry.processes import give_back, run, stand_back

MODULE = "registry.exports.typesetting"
# What Typst says of characters that no font has, and of those that PDF/UA does not
# allow.
REFUSED = re.compile(
    r'error: the text (?:contains the disallowed codepoint )?`"(.+?)"`'
)
POINTS_PER_INCH = 288  # sharp on paper at the size that it is shown in
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class NotSet(Exception):
    """Typst did not understand the source: a fault of ours."""


def typeset(source: str, fonts: Path | None) -> bytes:
    """The PDF of a document in Typst's language. `fonts`: a folder, besides Typst's own
    fonts.

    A character that cannot be shown stands as its number: PDF/UA allows no empty boxes.
    Raises NotSet.
    """
    return _set("pdf", source, fonts)


def pictured(source: str, fonts: Path | None) -> bytes:
    """The one page of a document in Typst's language as PNG. Raises NotSet."""
    return _set("png", source, fonts)


def _set(kind: str, source: str, fonts: Path | None) -> bytes:
    arguments = [kind, *([str(fonts)] if fonts else [])]
    while True:
        done = run(MODULE, *arguments, given=source.encode())
        if done.returncode == 0:
            return done.stdout

        # Typst names them all at once; each turn takes something out, so this ends.
        complaints = done.stderr.decode(errors="replace")
        refused = [
            text for text in map(_meant, REFUSED.findall(complaints)) if text in source
        ]
        if not refused:
            raise NotSet(complaints)

        for text in refused:
            source = source.replace(text, _numbered(text))


def _meant(named: str) -> str:
    """The characters themselves, where Typst names them by number."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), named)


def _numbered(characters: str) -> str:
    return "".join(f"[U+{ord(character):04X}]" for character in characters)


def _made(kind: str, source: bytes, fonts: str) -> bytes:
    """The fonts of the machine are left out, so that they cannot make a difference."""
    # Imported here: the process that asks for a file has no use for it.
    import typst

    allowed = typst.Fonts(
        include_system_fonts=False, font_paths=[fonts] if fonts else []
    )
    try:
        if kind == "pdf":
            return typst.compile(
                source, format="pdf", font_paths=allowed, pdf_standards="ua-1"
            )
        return typst.compile(
            source, format="png", font_paths=allowed, ppi=POINTS_PER_INCH
        )
    except typst.TypstError as error:
        sys.exit(error.diagnostic)


if __name__ == "__main__":
    stand_back()
    give_back()
    # Its errors go to the process that asked, whatever the machine's own encoding is.
    sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    _, kind, *folder = sys.argv
    sys.stdout.buffer.write(_made(kind, sys.stdin.buffer.read(), "".join(folder)))
