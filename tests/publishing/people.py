"""Those who write and approve in the tests."""

from dataclasses import dataclass

SLUG = "proeve-udskrivning"


@dataclass(frozen=True)
class Someone:
    """A person with a name and roles."""

    username: str
    roles: tuple[str, ...]


RITA = Someone("rita", ("redaktoer",))
RENE = Someone("rene", ("redaktoer",))
GORM = Someone("gorm", ("godkender",))
BODIL = Someone("bodil", ("redaktoer", "godkender"))
ADA = Someone("ada", ("administrator",))
EVERYBODY = (RITA, RENE, GORM, BODIL, ADA)
