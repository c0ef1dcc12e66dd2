"""How the set-up speaks to the person waiting: one line for each step, and its time."""

import argparse
import time
from collections.abc import Callable
from typing import NoReturn

READY = "klar"
UNCHANGED = "uændret"


class SetupError(Exception):
    """A step that cannot be done; the text is Danish and says what to do about it."""


class DanishParser(argparse.ArgumentParser):
    """Answers --help and wrong arguments with one Danish text instead of argparse's
    English.
    """

    def __init__(self, text: str) -> None:
        super().__init__(allow_abbrev=False)
        self._text = text

    def format_help(self) -> str:
        return self._text

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Kommandoen blev ikke forstået.\n\n{self._text}")


def seconds(duration: float) -> str:
    """Write a duration with the Danish decimal comma."""
    return f"{duration:.1f} s".replace(".", ",")


def announce(label: str, work: Callable[[], str]) -> str:
    """Print the step's name at once, do it, and finish the line with what came of it.

    Of an outcome of several lines the first is the outcome, the rest its explanation.
    """
    print(f"{label} … ", end="", flush=True)
    begun = time.monotonic()
    try:
        outcome = work()
    except SetupError:
        print("mislykkedes", flush=True)
        raise

    result, _, explanation = outcome.partition("\n")
    print(f"{result} ({seconds(time.monotonic() - begun)})", flush=True)
    if explanation:
        print(explanation, flush=True)

    return result


def last_lines(output: str, count: int = 12) -> str:
    """Keep the end of a tool's output, where its reason stands."""
    return "\n".join("    " + line for line in output.strip().splitlines()[-count:])
