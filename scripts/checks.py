"""The checks a change must pass: every one is run, so that one run shows all that
fails.
"""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from progress import READY, UNCHANGED, DanishParser, SetupError, announce, seconds
from setup_assets import prepare_assets
from setup_tools import CHROMIUM, TOOLS, prepare_tools
from setup_venv import ROOT, RUNTIME_LOCK, TEST_LOCK, VENV, prepare_venv, python_in

HELP = """\
Sætter testværktøjerne op og kører alle kontroller.

    python3 scripts/test.py [--fast] [-- VALG TIL PYTEST]

    --fast   kun ruff, mypy og de hurtige test (under to minutter), uden browser
"""
PASSED, FAILED, SKIPPED = "bestået", "FEJLET", "SPRUNGET OVER"
NO_TESTS_COLLECTED = 5


@dataclass(frozen=True)
class Check:
    """One tool run in the environment, as the arguments of `python -m`."""

    name: str
    arguments: tuple[str, ...]
    fast: bool = True
    needs: str = ""

    @property
    def is_pytest(self) -> bool:
        return self.arguments[0] == "pytest"


@dataclass(frozen=True)
class Result:
    """What came of a check; `detail` says why it failed or was left out."""

    name: str
    outcome: str
    duration: float = 0.0
    detail: str = ""


LINT = Check("ruff check", ("ruff", "check", "."))
LAYOUT = Check("ruff format", ("ruff", "format", "--check", "."))
TYPES = Check("mypy", ("mypy",))
# A file's tests stay in one process, since they share what is dear to make; and files
# are begun in the tests' own order, which has the longest first.
BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
SPREAD = ("-n", "auto", *BY_FILE)
TESTS = Check("pytest", ("pytest", *SPREAD, "-m", "not browser"), fast=False)
QUICK_TESTS = Check(
    "pytest (hurtige)", ("pytest", *SPREAD, "-m", "not browser and not slow")
)
# Each process has servers and a browser of its own: more than two would wait for each
# other, not for the pages.
BROWSER_TESTS = Check(
    "pytest (browser)",
    ("pytest", "-n", "2", *BY_FILE, "-m", "browser"),
    fast=False,
    needs=CHROMIUM.variable,
)
ALL_CHECKS = (LINT, LAYOUT, TYPES, TESTS, BROWSER_TESTS)
FAST_CHECKS = (LINT, LAYOUT, TYPES, QUICK_TESTS)


def main(arguments: Sequence[str]) -> int:
    """Set up, run the checks and sum up; 0 only when nothing failed."""
    own, pytest_options = split_arguments(arguments)
    parser = DanishParser(HELP)
    parser.add_argument("--fast", action="store_true")
    fast = bool(parser.parse_args(own).fast)
    in_ci = os.environ.get("CI", "").lower() == "true"

    try:
        tools, results = set_up(fast=fast, in_ci=in_ci)
        for check in FAST_CHECKS if fast else ALL_CHECKS:
            results.append(judge_and_run(check, tools, pytest_options, in_ci=in_ci))
    except SetupError as error:
        print(f"\n{error}")
        return 1
    except KeyboardInterrupt:
        print("\nAfbrudt.")
        return 130

    print(summary(results), flush=True)
    return int(any(result.outcome == FAILED for result in results))


def split_arguments(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part our own arguments from those after `--`, which are pytest's."""
    words = list(arguments)
    if "--" not in words:
        return words, []
    at = words.index("--")
    return words[:at], words[at + 1 :]


def set_up(*, fast: bool, in_ci: bool) -> tuple[dict[str, str], list[Result]]:
    """Prepare what the checks need; return the tools found and any failure of the
    set-up.
    """
    announce("Virtuelt miljø", lambda: prepare_venv(VENV, [RUNTIME_LOCK, TEST_LOCK]))
    if fast:
        return {}, []
    design = announce("Designsystem og nødkopi", lambda: prepare_assets(retry=True))
    tools: dict[str, str] = {}

    def find_tools() -> str:
        tools.update(prepare_tools(TOOLS, os.environ))
        absent = [tool.name for tool in TOOLS if tool.variable not in tools]
        return f"mangler: {', '.join(absent)}" if absent else READY

    announce("Programmer til test", find_tools)
    return tools, judge_assets(design, in_ci=in_ci)


def judge_assets(design: str, *, in_ci: bool) -> list[Result]:
    """Without the design system, browser tests in CI would look at other pages than the
    users.
    """
    if design in (READY, UNCHANGED):
        return []
    return [Result("Designsystem", FAILED if in_ci else SKIPPED, detail=design)]


def judge_and_run(
    check: Check,
    tools: Mapping[str, str],
    pytest_options: Sequence[str],
    *,
    in_ci: bool,
) -> Result:
    """Run the check, unless a program it needs is missing: that is a failure in CI
    only.
    """
    if check.needs and check.needs not in tools:
        missing = next(tool.name for tool in TOOLS if tool.variable == check.needs)
        detail = f"{missing} mangler på maskinen"
        return Result(check.name, FAILED if in_ci else SKIPPED, detail=detail)

    options = pytest_options if check.is_pytest else ()
    print(f"\n== {check.name} ==", flush=True)
    begun = time.monotonic()
    code = subprocess.run(
        [str(python_in(VENV)), "-m", *check.arguments, *options],
        cwd=ROOT,
        env={**os.environ, **tools},
        check=False,
    ).returncode

    return judge(check, code, time.monotonic() - begun, narrowed=bool(pytest_options))


def judge(check: Check, code: int, duration: float, *, narrowed: bool) -> Result:
    """Turn an exit code into a result; a pytest that ran nothing has tested nothing."""
    if check.is_pytest and code == NO_TESTS_COLLECTED:
        outcome = SKIPPED if narrowed else FAILED
        return Result(check.name, outcome, duration, "ingen test blev kørt")
    if code != 0:
        return Result(check.name, FAILED, duration, f"afsluttede med kode {code}")
    return Result(check.name, PASSED, duration)


def summary(results: Sequence[Result]) -> str:
    """Write one line for each result and one for the whole."""
    lines = ["", "== Samlet resultat =="]

    for result in results:
        detail = f"  {result.detail}" if result.detail else ""
        time_taken = seconds(result.duration).rjust(8)
        lines.append(f"  {result.name:<18}{result.outcome:<14}{time_taken}{detail}")

    failed = [result.name for result in results if result.outcome == FAILED]
    lines.append(
        f"Fejlet: {', '.join(failed)}" if failed else "Alt, der blev kørt, er bestået."
    )
    return "\n".join(lines)
