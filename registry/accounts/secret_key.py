"""The key that signs sessions: the setting's, or one made once and kept beside the
database.
"""

import secrets

from registry.errors import BadSetting
from registry.storage.kept_secret import beside_database, kept

SHORTEST = 32
NAME = "secret_key"


def secret_key(setting: str, database_url: str) -> str:
    """The key to sign with. Raises BadSetting for a setting under 32 characters, and
    where a key of our own cannot be kept.
    """
    if setting:
        if len(setting) < SHORTEST:
            raise BadSetting(f"SECRET_KEY: nøglen skal have mindst {SHORTEST} tegn.")
        return setting

    path = beside_database(database_url) / NAME
    try:
        key = kept(path, lambda: secrets.token_urlsafe(48))
    except OSError as error:
        raise BadSetting(
            f"SECRET_KEY: nøglen kan hverken læses eller gemmes i {path}. "
            "Sæt REGISTRY_SECRET_KEY, eller giv programmet adgang til mappen."
        ) from error

    if len(key) < SHORTEST:
        raise BadSetting(
            f"SECRET_KEY: nøglen i {path} er ødelagt. Slet filen; så laves en ny."
        )
    return key
