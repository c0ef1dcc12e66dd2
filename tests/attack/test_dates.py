"""To ask about many days fills no memory.

The long form is `python -m tests.attack.dates`.
"""

import shutil
from pathlib import Path

import pytest

from tests.attack.dates import MOST_LONG, MOST_SHORT, SHORT, Held, ask
from tests.attack.target import started

pytestmark = pytest.mark.slow


def test_three_hundred_days_of_the_whole_catalogue_stay_in_bounds(
    indexed_once: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(indexed_once, tmp_path / "own"))
    with started(folder, workers=1) as target:
        held = ask(target, SHORT)

    assert held.faults == []
    assert held.asked == SHORT
    assert held.most > held.before > 0


@pytest.mark.parametrize(
    ("held", "faults"),
    [
        (Held(asked=SHORT, most=MOST_SHORT), []),
        (Held(asked=SHORT, most=MOST_SHORT + 1), [f"{MOST_SHORT + 1} MB"]),
        (Held(asked=SHORT + 1, most=MOST_LONG), []),
        (Held(asked=SHORT + 1, most=MOST_LONG + 1), [f"{MOST_LONG + 1} MB"]),
        (Held(asked=SHORT, most=1, wrong=2), ["2 uden svar"]),
        (Held(), ["intet blev prøvet"]),
    ],
)
def test_more_than_is_promised_is_a_fault(held: Held, faults: list[str]) -> None:
    assert held.faults == faults
