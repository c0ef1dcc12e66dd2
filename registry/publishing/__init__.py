"""A draft on its way: beginning, editing, the acts, four eyes, and the desk."""

FLOOR = 8
