"""Programs that the tests need and pip cannot bring: found on the machine, or installed
by apt.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from progress import SetupError
from setup_venv import run_quietly


@dataclass(frozen=True)
class Tool:
    """A program, and the variable by which the tests learn where it is."""

    name: str
    variable: str
    commands: tuple[str, ...]
    places: tuple[str, ...]
    apt_packages: tuple[str, ...]


CHROMIUM = Tool(
    name="Chromium",
    variable="CHROMIUM",
    commands=(
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "msedge",
    ),
    places=(
        "/usr/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ),
    # Without a font of its own, Debian's Chromium shows boxes where the page brings
    # none.
    apt_packages=("chromium", "fonts-liberation"),
)
LIBREOFFICE = Tool(
    name="LibreOffice",
    variable="SOFFICE",
    commands=("soffice", "libreoffice"),
    places=(
        "/usr/bin/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:/Program Files/LibreOffice/program/soffice.com",
        "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    ),
    # Carlito is as broad as Calibri, which the Word files name, so lines break where
    # Word's do.
    apt_packages=("libreoffice-writer-nogui", "fonts-crosextra-carlito"),
)
TOOLS = (CHROMIUM, LIBREOFFICE)


def find(tool: Tool, environment: Mapping[str, str]) -> str | None:
    """Return the program's path: the one the variable names, else the first one
    found.
    """
    named = environment.get(tool.variable)
    if named:
        return shutil.which(named)
    on_path = (
        shutil.which(command, path=environment.get("PATH")) for command in tool.commands
    )
    in_place = (place for place in tool.places if os.access(place, os.X_OK))
    return next((path for path in (*on_path, *in_place) if path), None)


def prepare_tools(
    tools: Iterable[Tool], environment: Mapping[str, str]
) -> dict[str, str]:
    """Find each tool, installing the missing ones where apt may, and return variable ->
    path.
    """
    tools = tuple(tools)
    missing = [tool for tool in tools if find(tool, environment) is None]
    if missing and may_use_apt():
        apt_install([package for tool in missing for package in tool.apt_packages])
    found = {tool.variable: find(tool, environment) for tool in tools}
    return {variable: path for variable, path in found.items() if path}


def may_use_apt() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def apt_install(packages: Iterable[str]) -> None:
    """Install Debian packages; a failure only leaves the tool missing, which is
    reported.
    """
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ("install", "--yes", "--no-install-recommends")

    try:
        run_quietly(["apt-get", "update"], "apt-get update mislykkedes.", environment)
        run_quietly(
            ["apt-get", *options, *packages],
            "apt-get install mislykkedes.",
            environment,
        )
    except SetupError as error:
        print(f"\n{error}")
