"""A secret that is made once and kept in a file of its own, that nobody else reads."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from registry.settings import ROOT
from registry.storage import atomic_files

SQLITE = "sqlite:///"


def beside_database(database_url: str) -> Path:
    """The folder where an installation's secrets lie: never in the program's own."""
    if database_url.startswith(SQLITE):
        return Path(database_url.removeprefix(SQLITE)).parent
    return ROOT / "instance"


def kept(path: Path, make: Callable[[], str]) -> str:
    """What the file holds; it is made first, where it is not there. Raises OSError.

    What a process that was killed left half made is cleared.
    """
    atomic_files.clear(path.parent)
    if not path.exists():
        _write(path, make())
    return path.read_text(encoding="ascii").strip()


def _write(path: Path, secret: str) -> None:
    """Write the secret whole under another name, then give it its own.

    Of two processes that start at once the second finds the first's, and both use that.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = atomic_files.beside(path.with_name(f"{path.name}.{secrets.token_hex(8)}"))
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_text(secret, encoding="ascii")

    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
