"""The product as a program of its own, its clock all but standing still: the tests'
browser visits it.

A PDF takes its time, so that the page that waits for it is seen.
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import count

from registry import clock
from registry.commands.main import main
from registry.exports import pdf
from registry.exports.publication import Publication
from registry.web.frame import bundles

PLAIN = "--plain"
# Later than all that the shipped content was recorded on, or what is confirmed
# in the tests would be older than what it mends.
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
SECONDS_OF_A_PDF = 3
set_at_once = pdf.render


def serve(arguments: list[str]) -> int:
    """`registry serve`; with --plain as on a machine that could not fetch the design
    system.
    """
    ticks = count()
    # No two acts have one moment.
    clock.now = lambda: NOW + timedelta(microseconds=next(ticks))
    pdf.render = render_slowly
    if PLAIN in arguments:
        bundles.has_design_system = lambda: False
    return main(["serve", *(word for word in arguments if word != PLAIN)])


def render_slowly(publication: Publication) -> bytes:
    time.sleep(SECONDS_OF_A_PDF)
    return set_at_once(publication)


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:]))
