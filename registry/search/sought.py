"""The kind of actor that a question asks for: «hvilken kommune» asks for one, «hvem
ringer jeg til» for whom to ring. Pure.
"""

import re
from itertools import pairwise

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import folded_words, tokenize
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme

WHICH = frozenset({"hvilken", "hvilket", "hvilke"})
# Where a row may name the one sought, the nearest first.
SOUGHT_IN = ("responsible", "authority", "payer", "informed")
SECTORS = ("kommune", "region")  # those whose name is a word for their actors
_ASKER = r"(?:jeg|vi|man|du|kommunen|hospitalet|afdelingen)"
_RINGING = re.compile(
    r"\b(?:hvem|hvor|hvorhen) (?:"
    rf"(?:ringer|kontakter) {_ASKER}"
    rf"|(?:skal|kan|boer|maa) {_ASKER} (?:(?:saa|her|nu) )?(?:ringe|kontakte))\b"
)
_KINDS = {token.stem: sector for sector in SECTORS for token in tokenize(sector)}


def sought_kind(text: str) -> str:
    """The sector asked for by «hvilken»; empty where none is."""
    tokens = tokenize(text)
    return next(
        (
            _KINDS[after.stem]
            for before, after in pairwise(tokens)
            if before.exact in WHICH and after.stem in _KINDS
        ),
        "",
    )


def asks_to_ring(text: str) -> bool:
    """Whether a question asks whom, or where, one rings."""
    return bool(_RINGING.search(folded_words(text)))


def sought_in(snapshot: Snapshot, row: Row, kind: str) -> tuple[str, str]:
    """The actors of that sector that a row names first, and the field; nothing where it
    names none.
    """
    actors = snapshot.vocabulary.schemes[Scheme.ACTORS]

    for name in SOUGHT_IN:
        keys = [
            key
            for key in getattr(row.snitflade, name)
            if key in actors and actors[key].sector == kind
        ]
        if keys:
            names = told_each(snapshot, ROW_FIELDS_BY_NAME[name], keys)
            return ", ".join(names), name

    return "", ""
