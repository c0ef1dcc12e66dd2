"""The programs that tests need and pip cannot bring; where one is missing, its tests
say so.
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "scripts"))

import setup_tools

IN_CI = os.environ.get("CI", "").lower() == "true"


def program(name: str) -> str:
    """Where the machine's own is: the one that its variable names, else the first one
    found.
    """
    tool = next(tool for tool in setup_tools.TOOLS if tool.name == name)
    return setup_tools.find(tool, os.environ) or is_missing(name)


def is_missing(what: str) -> NoReturn:
    """Skip, visibly; where nothing may be skipped, fail."""
    if IN_CI:
        pytest.fail(f"{what} mangler på maskinen")
    pytest.skip(f"{what} mangler på maskinen")
