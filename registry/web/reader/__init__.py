"""The pages that everybody may read."""

FLOOR = 2
