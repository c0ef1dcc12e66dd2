"""A load under way: the folder, the keys that may be named, and what has been read so far."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session, SQLModel

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
NOT_A_SLUG = "må kun have små bogstaver a-z, tal og bindestreg"


@dataclass
class UnderWay:
    """One load under way: the files' folder, the known keys by scheme, and what was read."""

    root: Path
    keys: dict[str, set[str]] = field(default_factory=dict)
    found: list[SQLModel] = field(default_factory=list)
    replaces: dict[str, set[str]] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)  # the file of the open draft by slug
    numbers: dict[str, set[int]] = field(default_factory=dict)  # published versions by slug

    def add(self, session: Session, item: SQLModel) -> None:
        session.add(item)
        self.found.append(item)
