"""What a format is given: one thing to publish, as a document, as data and as a
table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from registry.documents.blocks import Document


@dataclass(frozen=True)
class Publication:
    """`name` begins the names of its files. `data` and `table` are empty where there
    are none.
    """

    name: str
    document: Document
    data: Mapping[str, Any] = field(default_factory=dict)
    table: Sequence[Sequence[str]] = ()
