"""Word files opened by LibreOffice, which no part of the product has written for."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfReader

from tests.programs import program

SECONDS = 180


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, PdfReader]:
    """Each Word file as the PDF that LibreOffice makes of it, all in one run of its
    own.
    """
    office = program("LibreOffice")
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    output = _run([*command, *(str(folder / f"{name}.docx") for name in files)], folder)
    made = {name: folder / f"{name}.pdf" for name in files}
    assert all(path.exists() for path in made.values()), output
    assert "error" not in output.lower(), output
    return {name: PdfReader(path) for name, path in made.items()}


def _run(command: list[str], folder: Path) -> str:
    """What it says; it does not outlive the time it is given, nor do the processes it
    starts.
    """
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as child:
        try:
            output, _ = child.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            _end(child)
            raise
    assert child.returncode == 0, output
    return output


def _end(child: "subprocess.Popen[str]") -> None:
    if sys.platform == "win32":
        child.kill()
    else:
        os.killpg(child.pid, signal.SIGKILL)
