"""Two hundred spoiled Word files: each is read or refused, and nothing comes of it."""

import json
import subprocess
import sys

import pytest

from registry.intake.docx.reader import TOO_LONG, UNREADABLE
from registry.intake.docx.refusals import Refusal
from registry.settings import ROOT
from tests.intake.fuzz import HOW_MANY

pytestmark = pytest.mark.slow
MOST_MEMORY = 400  # megabytes


def test_every_spoiled_file_is_read_or_refused_within_its_limits() -> None:
    command = [sys.executable, "-m", "tests.intake.fuzz"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    report = json.loads(done.stdout)
    refusals = (
        TOO_LONG,
        UNREADABLE,
        *(refusal.partition("{")[0] for refusal in Refusal),
    )
    ends = report["ends"]
    assert sum(ends.values()) == HOW_MANY
    assert [end for end in ends if end != "læst" and not end.startswith(refusals)] == []
    assert ends["læst"] > HOW_MANY // 5
    assert ends[Refusal.BROKEN] > HOW_MANY // 10
    assert report["memory"] <= MOST_MEMORY
