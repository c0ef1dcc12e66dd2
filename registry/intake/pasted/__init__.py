"""Pasted texts as read texts: headings, paragraphs, lists and tables found among broken
lines.
"""

from registry.intake.pasted.reader import read

FLOOR = 1

__all__ = ["read"]
