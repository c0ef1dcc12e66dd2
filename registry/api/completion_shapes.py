"""What is offered while one types, as JSON."""

from textwrap import shorten
from typing import Any

from registry.search.completions import Completion

Json = dict[str, Any]
LONGEST_MEANING = 120


def completion_json(completion: Completion) -> Json:
    """What is offered while one types. A meaning is cut to what is read at a glance."""
    offer = completion.offer
    meaning = shorten(offer.meaning, LONGEST_MEANING, placeholder=" …")
    also = f"også: {completion.also}"

    return {
        "kind": offer.kind,
        "label": offer.label,
        "meaning": ". ".join(filter(None, (completion.also and also, meaning))),
        "url": offer.url,
    }
