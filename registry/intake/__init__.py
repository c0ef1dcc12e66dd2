"""Intake: Word files and pasted texts become drafts. What cannot be kept is said, never
dropped.
"""

FLOOR = 9
