"""Coherence: what the rows that answer on a date say of each other. Pure.

A room for each kind of finding, which all speak of the rows of `rows.py`, wherever they
come from: the catalogue, a draft, or a file. `versions.py` compares two versions of one
agreement, as the gates do.
"""

FLOOR = 1
