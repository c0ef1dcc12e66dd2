"""Search: Danish analysis, an engine behind an interface, our own ranking, and
answers.
"""

FLOOR = 7
