"""What leaves the catalogue as a document: the appendix, an agreement, and their
formats.
"""

FLOOR = 9
