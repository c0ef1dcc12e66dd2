"""What a lasting key may look like, and which keys a term of the word list may
lead to.
"""

import re

from registry.rules.fields import Scheme

_NAME = "[a-z0-9]+(-[a-z0-9]+)*"
SLUG = re.compile(rf"{_NAME}\Z")
NOT_A_SLUG = "må kun have små bogstaver a-z, tal og bindestreg"
# Choices that are about a row have its address as their key; plain words that of the
# kind of task and the text in it that they tell.
ROW_ADDRESS = re.compile(rf"{_NAME}\.{_NAME}\Z")
ADDRESSED = frozenset({Scheme.QUESTIONS, Scheme.PLAIN_WORDS})
# How a term says which key it is another name for: "actor:praktiserende-laege".
TERM_LINKS = {
    "actor": Scheme.ACTORS,
    "target_group": Scheme.TARGET_GROUPS,
    "phase": Scheme.PHASES,
    "task": Scheme.TASKS,
    "kind": Scheme.KINDS,
}


def is_key(name: str, scheme: str = "") -> bool:
    """Whether a choice of the vocabulary may have the name as its key."""
    pattern = ROW_ADDRESS if scheme in ADDRESSED else SLUG
    return bool(pattern.match(name))
