"""The planted cases give what they are to give, each exactly, from file to finding.

Also covers registry/rules/coherence/overlap.py, registry/rules/coherence/gap.py,
registry/rules/coherence/transfer.py, registry/rules/coherence/duty.py and
registry/rules/cases/printed.py.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from registry.rules.cases.case_files import read_case
from registry.rules.cases.printed import printed
from registry.rules.cases.vocabulary import read_vocabulary
from registry.rules.coherence.analysis import findings
from tests.rules.coherence.case_maker import VOCABULARY, Case
from tests.rules.coherence.further import FURTHER
from tests.rules.coherence.near_misses import NEAR_MISSES
from tests.rules.coherence.planted import PLANTED
from tests.rules.coherence.reworded import REWORDED
from tests.rules.coherence.written_first import WRITTEN_FIRST

WORDS = read_vocabulary(VOCABULARY)
# The words of the region: all its municipalities, and tasks as they are called there.
OF_THE_REGION = read_vocabulary(
    json.loads((Path(__file__).parent / "vocabulary.json").read_text("utf-8"))
)
IN_WORDS_OF_THE_REGION = (*FURTHER, *NEAR_MISSES)
CASES = (*WRITTEN_FIRST, *PLANTED, *REWORDED, *IN_WORDS_OF_THE_REGION)


def found_of(case: Case) -> list[dict[str, Any]]:
    words, written = (
        (OF_THE_REGION, case.written | {"actors": None})
        if case in IN_WORDS_OF_THE_REGION
        else (WORDS, case.written)
    )
    read = read_case(written, "Sag nr. 1", words)

    return [
        printed(finding) for finding in findings(read.on, read.yardstick, read.later)
    ]


def counted(listed: Any) -> Counter[str]:
    return Counter(json.dumps(finding, sort_keys=True) for finding in listed)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_its_findings_and_no_others(case: Case) -> None:
    assert counted(found_of(case)) == counted(case.expected)


def test_precision_and_recall_over_all_cases(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = sum(
        (Counter({(c.name, f): 1 for f in counted(found_of(c))}) for c in CASES),
        Counter(),
    )
    wanted = sum(
        (Counter({(c.name, f): 1 for f in counted(c.expected)}) for c in CASES),
        Counter(),
    )
    right = (found & wanted).total()
    precision, recall = right / found.total(), right / wanted.total()

    with capsys.disabled():
        print(
            f"\n{len(CASES)} cases, {wanted.total()} findings: "
            f"precision {precision:.3f}, recall {recall:.3f}"
        )
    assert len(PLANTED) >= 60 and len(FURTHER) >= 80
    assert min(precision, recall) >= 0.95


def test_names_of_cases_are_unlike() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
