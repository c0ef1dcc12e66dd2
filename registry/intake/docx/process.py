"""A Word file in a process of its own: python -m registry.intake.docx.process, file in,
JSON out.

Whatever a file may do to its reader, it does to this process, which has little memory
and time.
"""

import contextlib
import gc
import json
import sys

from registry.errors import BadInput
from registry.intake.docx.as_json import REFUSED, dumped
from registry.intake.docx.refusals import Refusal, refused
from registry.intake.docx.text import read_text_of

MEMORY = 400 * 1024 * 1024
LONGEST_ANSWER = 8_000_000  # letters; a thousand pages are some four million


def limit_memory() -> None:
    """Where the platform can: the process ends when it asks for more.

    Windows knows no such limit, and macOS none below what every process sets aside
    there.
    """
    with contextlib.suppress(ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(data: bytes) -> str:
    """The read text as JSON, or why there is none."""
    try:
        read_text = dumped(read_text_of(data))
        # A cell may cover many places, and its text stands in each: little becomes
        # much.
        if len(read_text) > LONGEST_ANSWER:
            raise refused(Refusal.BOMB)

        return read_text
    except BadInput as error:
        return json.dumps({REFUSED: error.message})


if __name__ == "__main__":
    limit_memory()
    # It ends before there would be anything to collect, and looking takes a third of
    # its time.
    gc.disable()
    sys.stdout.write(answer(sys.stdin.buffer.read()))
