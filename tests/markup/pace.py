"""How long a text takes to read, beside how long an ordinary one takes."""

import gc
import math
import time
from collections.abc import Callable
from functools import cache

from registry.markup.markdown_html import to_html
from registry.markup.remarks import MOST_CHARACTERS

# No text may take so many times what an ordinary one takes that is as long as is
# shown: a reader whose time grows with the square of a length takes hundreds of times
# as long. What that is in seconds is measured (docs/reliability.md), not tested: on a
# machine that does other things the same work takes twice the time.
MOST_TIMES = 2
TURNS = 3
ORDINARY = (
    "## Når borgeren udskrives\n\n"
    "Hospitalet varsler **kommunen** senest 24 timer før udskrivning, § 8, stk. 2.\n"
    "Kommunen kvitterer samme dag, se [aftalen](https://a.dk/b).\n\n"
    "- borgere med *varigt* behov\n- borgere under behandling\n\n"
    "| Hvem | Hvornår |\n|---|---|\n| Kommunen | 3 hverdage |\n\n"
)


def spent(read: Callable[[str], object], text: str) -> float:
    """The time of the processor that it takes, in seconds: the least of three turns."""
    took = math.inf
    for _ in range(TURNS):
        to_html.cache_clear()
        # What other tests have left in memory is not gone through meanwhile.
        gc.disable()
        begun = time.thread_time()
        read(text)
        took = min(took, time.thread_time() - begun)
        gc.enable()
    return took


@cache
def most() -> float:
    """The time that no text may take, in seconds, on this machine."""
    ordinary = ORDINARY * (MOST_CHARACTERS // len(ORDINARY))
    return MOST_TIMES * spent(to_html, ordinary)
