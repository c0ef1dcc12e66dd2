"""Those who write and approve in the tests, and a catalogue of their own to do it in."""

from dataclasses import dataclass
from pathlib import Path

from registry import content
from registry.catalogue import Catalogue
from registry.db import connect, migrate

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


def catalogue_in(folder: Path, source: Path) -> Catalogue:
    """The invented catalogue, loaded into a database in the folder."""
    engine = connect(f"sqlite:///{folder / 'registry.sqlite'}")
    migrate(engine)
    content.load(engine, source)
    return Catalogue(engine)
