"""Typst in a process of its own: python -m registry.exports.typesetting FONTS, source in, PDF out.

Typst keeps what it has set in memory for the next time. In a server that grows without end; in a
process of its own it ends with the document, and readers do not wait for it.
"""

import re
import subprocess
import sys
from pathlib import Path

MODULE = "registry.exports.typesetting"
HOME = Path(__file__).parent.parent.parent
LONGEST = 120  # seconds; the largest appendix takes a few
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')


class NotSet(Exception):
    """Typst did not understand the source: a fault of ours."""


def typeset(source: str, fonts: Path | None) -> bytes:
    """The PDF of a document in Typst's language. `fonts`: a folder, besides Typst's own fonts.

    A character that no font has stands as its number: PDF/UA allows no empty boxes. Raises NotSet.
    """
    command = [sys.executable, "-m", MODULE, *([str(fonts)] if fonts else [])]
    done = subprocess.run(  # noqa: S603 (our own module; the source goes by its standard input)
        command, input=source.encode(), capture_output=True, cwd=HOME, timeout=LONGEST, check=False
    )
    if done.returncode:
        raise NotSet(done.stderr.decode(errors="replace"))
    return done.stdout


def pdf_of(source: str, fonts: str) -> bytes:
    """The fonts of the machine are left out, so that they cannot make a difference."""
    # Imported here: the process that asks for a PDF has no use for it.
    import typst

    found = typst.Fonts(include_system_fonts=False, font_paths=[fonts] if fonts else [])
    while True:
        try:
            return typst.compile(
                source.encode(), format="pdf", font_paths=found, pdf_standards="ua-1"
            )
        except typst.TypstError as error:
            missing = MISSING.search(str(error))
            # Every turn takes at least one character out, so this ends.
            if missing is None or missing[1] not in source:
                raise
            source = source.replace(missing[1], _numbered(missing[1]))


def _numbered(characters: str) -> str:
    return "".join(f"[U+{ord(character):04X}]" for character in characters)


if __name__ == "__main__":
    sys.stdout.buffer.write(pdf_of(sys.stdin.buffer.read().decode(), "".join(sys.argv[1:])))
