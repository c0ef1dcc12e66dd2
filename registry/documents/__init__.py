"""Documents as neutral blocks, and those blocks read from and written as Markdown."""

FLOOR = 2
