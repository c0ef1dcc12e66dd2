"""The Markdown that the catalogue reads: a strict profile, so that what is typed is
what is shown.
"""

FLOOR = 0
