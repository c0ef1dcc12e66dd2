"""What is killed at any moment has happened whole, or not at all.

The long form is `python -m tests.attack.kills`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.kills import DEEDS, kill
from tests.killer import Killer, a_killer

TIMES = 12

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not hasattr(os, "fork"), reason="processes are killed by fork and signal"
    ),
]


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with a_killer() as killer:
        yield killer


@pytest.mark.parametrize("name", DEEDS)
def test_what_is_killed_is_whole_or_not_done(
    name: str, killer: Killer, tmp_path: Path
) -> None:
    killed = kill(killer, name, TIMES, tmp_path, seed=20261126)

    assert killed.hit > 0, "every one was done before it was killed: nothing was tried"
