"""Word files as read texts: refused for what could harm, read in a process of its
own.
"""

from registry.intake.docx.reader import read

FLOOR = 1

__all__ = ["read"]
