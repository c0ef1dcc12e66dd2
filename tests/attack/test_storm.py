"""Whatever is sent, nothing gives way.

Also the long form: `python -m tests.attack.storm`.
"""

from pathlib import Path

import pytest

from tests.attack.hostile import Hostility
from tests.attack.storm import storm
from tests.attack.target import started

REQUESTS = 600

pytestmark = pytest.mark.slow


def test_hostile_requests_break_nothing(tmp_path: Path, catalogue_dir: Path) -> None:
    with started(tmp_path, catalogue_dir) as target:
        outcome, unsound = storm(target, REQUESTS, seed=20261126, minutes=5)

        assert outcome.wrong == []
        assert outcome.answers["200"] > REQUESTS / 20
        assert "Traceback" not in target.log
    assert unsound == []


def test_the_same_seed_sends_the_same() -> None:
    def sent() -> list[object]:
        hostility = Hostility(1, {"GET": ["/soeg"], "POST": ["/x/<slug>"]}, ["a"])
        return [hostility.one() for _ in range(200)]

    assert sent() == sent()
