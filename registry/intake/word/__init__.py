"""Word files as readings: refused for what could harm, read in a process of its own."""

from registry.intake.word.reader import read

__all__ = ["read"]
