"""The Markdown that the catalogue reads: a strict dialect, so that what is typed is
what is shown.
"""

FLOOR = 0
