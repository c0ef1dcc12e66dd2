"""What browser tests stand on: the product served from the shipped content, and
Chromium.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from tests.programs import program

ROOT = Path(__file__).resolve().parents[2]
DKFDS, PLAIN = "dkfds", "plain"
NURSES_QUESTION = "borger uden adresse hvilken kommune"
WIDTHS = {360: 740, 1280: 900}
DATABASE = "registry.sqlite"
SECONDS_TO_START = 180
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)
# What Playwright turns off itself: the browser takes the last list it is given.
TURNED_OFF_BY_PLAYWRIGHT = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay"),
    *("MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
)
# Parts of the window around the page, each a page of its own, and a process held ready
# for the next: nobody sees them, and they cost each window as much as it does itself.
AROUND_THE_PAGE = (
    *("InitialWebUI", "WebUIToolbar", "WebUIReloadButton", "WebUIBackForwardButton"),
    *("WebUIHomeButton", "WebUILocationBar", "WebUISplitTabsButton"),
    *("WebUIOverflowButton", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("WebUIOmniboxFullPopup", "SpareRendererForSitePerProcess"),
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium: the one that CHROMIUM names, else the first one
    found.
    """
    path = program("Chromium")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if is_root else list(FLAGS)
    off = ",".join((*TURNED_OFF_BY_PLAYWRIGHT, *AROUND_THE_PAGE))
    flags.append(f"--disable-features={off}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(folder: Path, design: str = DKFDS) -> Iterator[str]:
    """The address of the product on the shipped content, its database and index in the
    folder. One process answers, as on a machine with one core: that several agree is
    tried in tests/web/frame/test_together.py, and each takes its time to be ready.
    """
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "tests.browser.server", "--workers", "1"]
    command += ["--port", str(port)]
    settings = {
        "REGISTRY_DATABASE_URL": f"sqlite:///{(folder / DATABASE).as_posix()}",
        "REGISTRY_INDEX_DIR": str(folder / "index"),
        # Nothing is issued while addresses are local.
        "REGISTRY_PUBLIC_URL": "http://katalog.example",
    }
    with (folder / f"{design}.log").open("w+", encoding="utf-8") as log:
        server = subprocess.Popen(
            command if design == DKFDS else [*command, "--plain"],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_ready(server, address, Path(log.name))
            yield address
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(
    server: "subprocess.Popen[bytes]", address: str, log: Path
) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < give_up:
        try:
            with urlopen(f"{address}/readyz", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")
