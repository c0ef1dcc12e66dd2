"""Phases that rules of their own hold for."""

# A row of this phase holds through the whole course.
ALL_PHASES = "alle-faser"
