"""Rows suggested from running text, by rules of Danish grammar and the vocabulary:
pure.
"""

FLOOR = 4
