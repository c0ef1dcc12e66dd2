"""The pages of those who write, approve and keep the catalogue."""

FLOOR = 3
