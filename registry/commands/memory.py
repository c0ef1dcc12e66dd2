"""Where what is let go of is kept, and how often it is looked for."""

import gc

from registry.processes import set_malloc

# <malloc.h>; the GNU C library alone knows it.
M_ARENA_MAX = -8
# So many new things are made before those that hold each other are looked for; Python's
# own number is 700, and an answer makes thousands.
NEW_THINGS = 10_000


def in_one_arena() -> None:
    """Have threads take memory from one place, where one uses what another let go of.

    Else each keeps a part of what snapshots of many days were made with: after twenty
    days the server held 336 MB, and 300 MB so. To be called before there are threads;
    other systems' libraries have nothing like it.
    """
    set_malloc(M_ARENA_MAX, 1)


def collect_seldom() -> None:
    """Look less often for what holds itself in memory: each look that goes through the
    whole catalogue keeps an answer waiting for half a second.
    """
    gc.set_threshold(NEW_THINGS, *gc.get_threshold()[1:])
