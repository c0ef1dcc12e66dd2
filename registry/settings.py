"""Settings: one row per setting. The environment overrides, as REGISTRY_<NAME>."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from registry.errors import BadSetting

ROOT = Path(__file__).resolve().parent.parent


class Setting(NamedTuple):
    """One setting: its default (whose type is the setting's type) and its help in
    Danish.
    """

    name: str
    default: Any
    help: str


# What holds where no setting can be asked, as in the copy for bad days.
LONGEST_QUESTION, ANSWERS_PER_PAGE = 400, 5

SETTINGS = (
    Setting(
        "DATABASE_URL",
        f"sqlite:///{(ROOT / 'instance' / 'registry.sqlite').as_posix()}",
        "Databasens adresse. SQLite som standard; PostgreSQL ved "
        "postgresql+psycopg://…",
    ),
    Setting("CONTENT_DIR", str(ROOT / "content"), "Startkatalogets mappe."),
    Setting(
        "INDEX_DIR", str(ROOT / "search_index"), "Mappen til det afledte søgeindeks."
    ),
    Setting(
        "PUBLIC_URL",
        "http://127.0.0.1:8000",
        "Adressen, som henvisninger udadtil skrives med.",
    ),
    Setting(
        "SECURITY_CONTACT",
        "",
        "Hvem der skal have at vide, at noget er usikkert: mailto:… eller https:…",
    ),
    Setting(
        "MAX_QUESTION_LENGTH",
        LONGEST_QUESTION,
        "Det højeste antal tegn i et spørgsmål.",
    ),
    Setting(
        "ANSWERS_PER_PAGE",
        ANSWERS_PER_PAGE,
        "Antal svar vist ad gangen på søgesiden.",
    ),
    Setting(
        "SECRET_KEY",
        "",
        "Nøglen, som redaktionens login underskrives med; tom: laves selv.",
    ),
    Setting(
        "WITNESS_KEY_FILE",
        "",
        "Filen med nøglen, som vidner underskrives med; tom: laves selv ved siden af "
        "databasen.",
    ),
    Setting("OIDC_ISSUER", "", "Adressen på organisationens login (OpenID Connect)."),
    Setting("OIDC_CLIENT_ID", "", "Katalogets navn hos organisationens login."),
    Setting(
        "OIDC_CLIENT_SECRET", "", "Katalogets hemmelighed hos organisationens login."
    ),
    Setting(
        "OIDC_GROUPS_CLAIM",
        "groups",
        "Det felt i svaret, som nævner personens grupper.",
    ),
    Setting("OIDC_ROLES", "", "Hvilke grupper der giver hvilke roller: gruppe=rolle,…"),
)


def load_settings(
    environ: Mapping[str, str] | None = None, **overrides: Any
) -> dict[str, Any]:
    """Every setting by name: override, else REGISTRY_<NAME> in the environment, else
    default.

    Raises BadSetting for an unknown override or a value of the wrong type.
    """
    environ = os.environ if environ is None else environ
    known = {setting.name for setting in SETTINGS}
    unknown = set(overrides) - known
    if unknown:
        raise BadSetting(f"Ukendt indstilling: {', '.join(sorted(unknown))}")
    return {s.name: _value(s, overrides, environ) for s in SETTINGS}


def is_set(name: str, environ: Mapping[str, str] | None = None) -> bool:
    """Whether the environment says what a setting is."""
    return f"REGISTRY_{name}" in (os.environ if environ is None else environ)


def default_of(name: str) -> Any:
    """What a setting is where nothing says otherwise."""
    return next(setting.default for setting in SETTINGS if setting.name == name)


def _value(
    setting: Setting, overrides: Mapping[str, Any], environ: Mapping[str, str]
) -> Any:
    if setting.name not in overrides:
        return _from_environment(setting, environ)
    value = overrides[setting.name]
    if not isinstance(value, type(setting.default)):
        raise BadSetting(f"{setting.name}: {value!r} har en forkert type")
    return value


def _from_environment(setting: Setting, environ: Mapping[str, str]) -> Any:
    text = environ.get(f"REGISTRY_{setting.name}")
    if text is None:
        return setting.default

    try:
        return type(setting.default)(text)
    except ValueError as error:
        raise BadSetting(
            f"REGISTRY_{setting.name}: {text!r} er ikke et heltal"
        ) from error
