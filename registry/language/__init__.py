"""Danish: words and their stems, word lists, dates, lengths, deadlines, and the order
of names.
"""

FLOOR = 2
