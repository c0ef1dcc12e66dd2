"""The commands: thin, one module a subject."""

FLOOR = 13
