"""What one person proposes and another confirms: endings, continuations, adoptions,
words.
"""

FLOOR = 7
