"""Readers are answered whole while texts are published.

The long form is `python -m tests.attack.crowd`.
"""

from pathlib import Path

import pytest

from tests.attack.crowd import crowd, unsound, versions_of
from tests.attack.target import started

SECONDS, READERS = 8, 8

pytestmark = pytest.mark.slow


def test_no_answer_is_torn_while_texts_are_published(
    tmp_path: Path, catalogue_dir: Path
) -> None:
    with started(tmp_path, catalogue_dir) as target:
        seen = crowd(target, SECONDS, READERS)

        assert seen.faults == []
        assert seen.marked > READERS
        assert len(versions_of(target)) == seen.published + 3
        assert unsound(target) == []
