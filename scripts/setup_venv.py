"""The virtual environment in .venv: made from a hash-locked list, remade when that
changes.

A stamp is written as the last thing, so an environment without one was never finished.
The
`registry` command is put there as a launcher of two lines, and the project itself on
the import
path by a .pth file: installing the project with pip would fetch a build tool for it.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

from progress import READY, UNCHANGED, SetupError, last_lines
from setup_python import venv_problem

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUNTIME_LOCK = ROOT / "requirements.txt"
TEST_LOCK = ROOT / "requirements-dev.txt"
STAMP = "setup-stamp.json"


def fingerprint(*files: Path) -> str:
    """Return one hash over the files' contents, the same on Windows and POSIX."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def python_in(venv: Path) -> Path:
    """Return the path of the environment's own Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare_venv(venv: Path, locks: Sequence[Path]) -> str:
    """Make `venv` hold what the locks say, and return a word on what was done.

    A changed lock or Python, or an environment never finished, gives a new environment;
    a lock not installed yet is added to the one there is. Raises SetupError.
    """
    wanted = {lock.name: fingerprint(lock) for lock in locks}
    installed = read_stamp(venv)
    if is_stale(installed, wanted):
        make_venv(venv)
        installed = {}

    missing = [lock for lock in locks if lock.name not in installed]
    if not missing:
        return UNCHANGED

    (venv / STAMP).unlink(missing_ok=True)
    for lock in missing:
        install(python_in(venv), lock)
    add_registry_command(venv)
    write_stamp(venv, {**installed, **wanted})
    return READY


def is_stale(installed: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Say whether the environment must be made anew, given what its stamp tells."""
    if not installed or installed.get("python") != python_version():
        return True
    return any(installed.get(name, hash_) != hash_ for name, hash_ in wanted.items())


def read_stamp(venv: Path) -> dict[str, str]:
    """Return what the finished environment holds; empty when it is missing or
    half-made.
    """
    if not python_in(venv).exists():
        return {}
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(venv: Path, locks: Mapping[str, str]) -> None:
    stamp = {**locks, "python": python_version()}
    (venv / STAMP).write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def python_version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def make_venv(venv: Path) -> None:
    """Replace whatever stands at `venv` by an empty environment."""
    problem = venv_problem(
        sys.version_info.major,
        sys.version_info.minor,
        has_venv=all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
    )
    if problem:
        raise SetupError(problem)

    try:
        if venv.exists():
            shutil.rmtree(venv)
    except OSError as error:
        raise SetupError(
            f"Mappen {venv} kan ikke slettes. Luk de programmer, der bruger den, og "
            "kør igen."
        ) from error

    # Run from inside the old environment, sys.executable has just been deleted.
    base = getattr(sys, "_base_executable", sys.executable)
    run_quietly(
        [base, "-m", "venv", str(venv)], "Det virtuelle miljø kunne ikke laves."
    )


def install(python: Path, lock: Path, *options: str) -> None:
    """Install exactly the locked packages; only wheels, so that nothing is built or
    run.
    """
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-input"]
    locked = ["--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
    run_quietly(
        [*pip, *locked, *options, "-r", str(lock)],
        f"Pakkerne i {lock.name} kunne ikke hentes. Er der adgang til internettet?",
    )


def add_registry_command(venv: Path) -> None:
    """Make `import registry` and the command `registry` work in the environment."""
    base = {"base": str(venv), "platbase": str(venv)}
    packages = Path(sysconfig.get_path("purelib", scheme="venv", vars=base))
    # A relative line survives a moved folder and a path with æ, ø or å in it.
    up = os.path.relpath(ROOT, packages)
    (packages / "snitfladekataloget.pth").write_text(up + "\n", encoding="utf-8")

    if os.name == "nt":
        text = '@"%~dp0python.exe" -m registry.commands.main %*\r\n'
        (venv / "Scripts" / "registry.cmd").write_text(
            text, encoding="ascii", newline=""
        )
        return

    launcher = venv / "bin" / "registry"
    text = '#!/bin/sh\nexec "$(dirname "$0")/python" -m registry.commands.main "$@"\n'
    launcher.write_text(text, encoding="ascii")
    launcher.chmod(0o755)


def run_quietly(
    command: Sequence[str], failure: str, environment: Mapping[str, str] | None = None
) -> None:
    """Run a tool without its output; when it fails, raise SetupError with the end of
    it.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )

    if done.returncode != 0:
        raise SetupError(f"{failure}\n{last_lines(done.stdout)}")
