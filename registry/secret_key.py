"""The key that signs sessions: the setting's, or one made once and kept beside the database."""

import os
import secrets
from pathlib import Path

from registry.errors import BadSetting
from registry.settings import ROOT

SHORTEST = 32
NAME = "secret_key"
SQLITE = "sqlite:///"


def secret_key(setting: str, database_url: str) -> str:
    """The key to sign with. Raises BadSetting for a setting under 32 characters, and where

    a key of our own cannot be kept.
    """
    if setting:
        if len(setting) < SHORTEST:
            raise BadSetting(f"SECRET_KEY: nøglen skal have mindst {SHORTEST} tegn.")
        return setting
    path = _folder(database_url) / NAME
    try:
        return _kept(path)
    except OSError as error:
        raise BadSetting(
            f"SECRET_KEY: nøglen kan hverken læses eller gemmes i {path}. "
            "Sæt REGISTRY_SECRET_KEY, eller giv programmet adgang til mappen."
        ) from error


def _folder(database_url: str) -> Path:
    if database_url.startswith(SQLITE):
        return Path(database_url.removeprefix(SQLITE)).parent
    return ROOT / "instance"


def _kept(path: Path) -> str:
    if not path.exists():
        _make(path)
    key = path.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST:
        raise BadSetting(f"SECRET_KEY: nøglen i {path} er ødelagt. Slet filen; så laves en ny.")
    return key


def _make(path: Path) -> None:
    """Write the key whole under another name, then give it its own.

    Of two processes that start at once the second finds the first's key, and both use that.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{NAME}.{secrets.token_hex(8)}")
    draft.touch(mode=0o600, exist_ok=False)
    draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
