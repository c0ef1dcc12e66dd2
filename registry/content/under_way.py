"""A load under way: the folder, the keys that may be named, and what has been read so
far.
"""

from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session, SQLModel


@dataclass
class UnderWay:
    """One load under way: the files' folder, the known keys by scheme, and what was
    read.
    """

    root: Path
    keys: dict[str, set[str]] = field(default_factory=dict)
    added: list[SQLModel] = field(default_factory=list)
    replaces: dict[str, set[str]] = field(default_factory=dict)
    # The file of the open draft, and the numbers of the published versions, by slug.
    drafts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, set[int]] = field(default_factory=dict)

    def add(self, session: Session, item: SQLModel) -> None:
        """Keep what was read: in the session to be stored, and here to be counted."""
        session.add(item)
        self.added.append(item)
