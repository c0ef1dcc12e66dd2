"""Arrangements set side by side, or below each other."""

from registry.rules.pathway.arrangement import Arrangement
from registry.rules.pathway.flow import Spot


def beside(made: Arrangement, part: Arrangement, x: float) -> None:
    """Add a part whose left edge is at x."""
    _add(made, part, x, 0)
    made.width = x + part.width
    made.height = max(made.height, part.height)


def below(made: Arrangement, part: Arrangement, y: float) -> None:
    """Add a part whose upper edge is at y."""
    _add(made, part, 0, y)
    made.height = y + part.height
    made.width = max(made.width, part.width)


def _add(made: Arrangement, part: Arrangement, x: float, y: float) -> None:
    made.spots |= {key: Spot(at.x + x, at.y + y) for key, at in part.spots.items()}
    made.plates += [one.moved(x, y) for one in part.plates]
    made.bands += [one._replace(x=one.x + x, y=one.y + y) for one in part.bands]
