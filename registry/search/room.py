"""How much of an answer, and of what is offered while one types, there is room for.

These numbers say what is shown of what was found; what answers a question is decided by
those of the profile (`profile.py`).
"""

# The first line of an answer.

# So many answers stand on it; the others are named, with their rows.
MOST_PARTS = 3
# So many conditions of one answer are told under it.
MOST_CONDITIONS = 3
# Letters that are read at a glance; the first part stands, however long it is.
LONGEST_LINE = 300
# Letters of a condition that stands on the answer's own lines.
LONGEST_BESIDE = 60
# Letters of the condition of a lone answer; a longer one is left to its row.
LONGEST_LONE = 120
# Letters of who and when beside an answer; what is longer is left to the row.
LONGEST_FACT = 90
# Letters of another answer that is named with the case that it is for.
LONGEST_ALSO = 60
# Letters that stand on one line of a telephone.
ONE_LINE = 38

# What stands above an answer.

# A word that no row has is named with so many letters: it may be what is asked about.
SHORTEST_LACKING = 6

# The task of a row as a heading.

# A task of so many letters stands whole in large ones.
LONGEST_WHOLE = 90
# Of a longer one, the large letters end with a clause, between so many and so many.
SHORTEST_HEADLINE, LONGEST_HEADLINE = 20, 70

# A stretch of a section: so large a share of it, one in three, stands before the word.
BEFORE_WORD = 3

# Cards.

# So many parties of one role are named by an agreement's card; of more the number is
# told.
MOST_OF_ROLE = 4
# So many parties are named by a health agreement's card; of more the number is told.
MOST_OF_PERIOD = 3

# What is offered while one types.

# With fewer letters nothing is offered; the page's script is told so by the page.
FEWEST_LETTERS = 2
# So much is offered at a time.
MOST_OFFERED = 8
# The kinds in the order of the list, and how many of each come before the others fill
# what is left.
SHARES = {"task": 3, "term": 3, "agreement": 1, "organisation": 1}
