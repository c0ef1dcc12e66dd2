"""Cases of coherence that a file holds: read, held to the rule of status, and answered.
Pure.
"""

FLOOR = 2
