"""A Word file in a process of its own: python -m registry.intake.word_process, file in, JSON out.

Whatever a file may do to its reader, it does to this process, which has little memory and time.
"""

import contextlib
import json
import sys

from registry.errors import BadInput
from registry.intake.reading_json import dumped
from registry.intake.word_text import reading_of

MEMORY = 400 * 1024 * 1024
REFUSED = "refused"


def limit_memory() -> None:
    """Where the platform can: the process ends when it asks for more."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(content: bytes) -> str:
    """The reading as JSON, or why there is none."""
    try:
        return dumped(reading_of(content))
    except BadInput as error:
        return json.dumps({REFUSED: error.message})


if __name__ == "__main__":
    limit_memory()
    sys.stdout.write(answer(sys.stdin.buffer.read()))
