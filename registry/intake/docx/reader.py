"""Word files as read texts. The server only looks at the size; a process of its own
does the rest.
"""

import json
import logging
import subprocess

from registry.errors import BadInput
from registry.intake.docx.archive import check_size
from registry.intake.docx.as_json import REFUSED, loaded
from registry.intake.read_text import ReadText
from registry.processes import run

MODULE = "registry.intake.docx.process"
LONGEST = 4.5  # seconds; two hundred pages take about three
TOO_LONG = (
    "Filen kan ikke læses, da den tager for lang tid. Del dokumentet i flere, eller "
    "kopiér teksten til et nyt dokument, og prøv igen."
)
UNREADABLE = (
    "Filen kan ikke læses. Åbn den i Word, kopiér teksten til et nyt dokument, gem det "
    "som Word-dokument (.docx), og prøv igen."
)

log = logging.getLogger(__name__)


def read(data: bytes) -> ReadText:
    """The text of a Word file (.docx), and what of it is otherwise or left out.

    Takes at most LONGEST seconds and, where the platform can limit it, 400 MB. Raises
    BadInput.
    """
    check_size(data)
    try:
        done = run(MODULE, given=data, longest=LONGEST)
    except subprocess.TimeoutExpired as error:
        raise BadInput(TOO_LONG, "fil") from error

    if done.returncode:
        # Only what kind of error: the last line of a traceback may quote the file.
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        log.warning(
            "A Word file could not be read: %s, %s", done.returncode, last.split(":")[0]
        )
        raise BadInput(UNREADABLE, "fil")

    answer = json.loads(done.stdout)
    if REFUSED in answer:
        raise BadInput(answer[REFUSED], "fil")
    return loaded(answer)
