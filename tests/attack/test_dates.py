"""To ask about many days fills no memory.

The long form is `python -m tests.attack.dates`.
"""

import shutil
from pathlib import Path

import pytest

from tests.attack.dates import FEW, MOST_OF_FEW, MOST_OF_MANY, Held, ask
from tests.attack.target import started

pytestmark = pytest.mark.slow

# Kept whole, what as many days are answered from is more than may be held.
TIMES = 60


def test_many_days_of_the_whole_catalogue_stay_in_bounds(
    indexed_once: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(indexed_once, tmp_path / "own"))
    with started(folder, workers=1) as target:
        held = ask(target, TIMES)

    assert held.faults == []
    assert held.asked == TIMES
    assert held.most > held.before > 0


@pytest.mark.parametrize(
    ("held", "faults"),
    [
        (Held(asked=FEW, most=MOST_OF_FEW), []),
        (Held(asked=FEW, most=MOST_OF_FEW + 1), [f"{MOST_OF_FEW + 1} MB"]),
        (Held(asked=FEW + 1, most=MOST_OF_MANY), []),
        (Held(asked=FEW + 1, most=MOST_OF_MANY + 1), [f"{MOST_OF_MANY + 1} MB"]),
        (Held(asked=FEW, most=1, wrong=2), ["2 uden svar"]),
        (Held(), ["intet blev prøvet"]),
    ],
)
def test_more_than_is_promised_is_a_fault(held: Held, faults: list[str]) -> None:
    assert held.faults == faults
