"""The product as a program of its own, its clock standing still: the tests' browser visits it."""

import sys

from registry import clock
from registry.cli import main
from registry.web import layout
from tests.conftest import NOW

PLAIN = "--plain"


def serve(arguments: list[str]) -> int:
    """`registry serve`; with --plain as on a machine that could not fetch the design system."""
    clock.now = lambda: NOW
    if PLAIN in arguments:
        layout.has_design_system = lambda: False
    return main(["serve", *(word for word in arguments if word != PLAIN)])


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:]))
