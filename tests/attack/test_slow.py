"""Those who take their answers slowly keep nobody else waiting.

The long form is `python -m tests.attack.slow`.
"""

from pathlib import Path

import pytest

from tests.attack.slow import Met, slow
from tests.attack.target import started

# More than the server has room for, both by their number and by what it keeps for them.
SECONDS, CONNECTIONS = 8, 560

pytestmark = pytest.mark.slow


def test_a_reader_is_answered_while_many_take_their_answers_slowly(
    tmp_path: Path, catalogue_dir: Path
) -> None:
    with started(tmp_path, catalogue_dir, workers=1) as target:
        met = slow(target, SECONDS, CONNECTIONS)

        assert met.faults == []
        assert met.begun >= CONNECTIONS
        assert len(met.took) > SECONDS / 2
        assert "Traceback" not in target.log


@pytest.mark.parametrize(
    ("met", "faults"),
    [
        (Met(took=[0.1], begun=1), []),
        (Met(took=[6.0], begun=1), ["6.0 s"]),
        (Met(took=[0.1], errors=["503"], begun=1), ["503"]),
        (Met(took=[0.1]), ["intet blev prøvet"]),
        (Met(begun=1), ["intet blev prøvet"]),
    ],
)
def test_what_came_late_or_not_at_all_is_a_fault(met: Met, faults: list[str]) -> None:
    assert met.faults == faults
