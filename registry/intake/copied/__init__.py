"""Text copied from Word or a web page, as the clipboard has it: HTML becomes Markdown,
and what could not be kept is told.
"""

from registry.intake.copied.reader import read

FLOOR = 2

__all__ = ["read"]
