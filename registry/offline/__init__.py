"""The copy for bad days: one file that is read and searched without the catalogue."""

FLOOR = 10
