"""The documents keep up with the code."""

import re
from pathlib import Path

import pytest

from registry.settings import ROOT, SETTINGS, Setting

DOCUMENT = ROOT / "docs" / "settings.md"


def documented() -> dict[str, str]:
    """The rows of the settings' table: the variable, and the rest of its row."""
    rows = re.findall(
        r"^\| `(REGISTRY_\w+)` \|(.*)$", DOCUMENT.read_text(encoding="utf-8"), re.M
    )
    return dict(rows)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting: Setting) -> None:
    rows = documented()
    default = str(setting.default).removeprefix("sqlite:///")
    if Path(default).is_relative_to(ROOT):
        default = Path(default).relative_to(ROOT).as_posix()

    assert f"REGISTRY_{setting.name}" in rows, (
        f"add a row to {DOCUMENT.relative_to(ROOT)}"
    )
    assert not default or f"`{default}`" in rows[f"REGISTRY_{setting.name}"]


def test_no_setting_is_documented_that_is_gone() -> None:
    assert set(documented()) == {f"REGISTRY_{setting.name}" for setting in SETTINGS}


# The glossary leaves `registry/` out, and pages' templates their folder.
ROOMS = (ROOT, ROOT / "registry", ROOT / "registry" / "templates")


def test_every_file_that_newcomers_are_led_to_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w-]+(?:/[\w-]+)+\.(?:py|js|md|html))`", text))

    missing = [
        path
        for path in named
        if "/x/" not in path and not any((room / path).is_file() for room in ROOMS)
    ]
    assert len(named) > 40
    assert missing == []
