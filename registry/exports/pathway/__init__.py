"""A path as a picture: told from the snapshot, drawn as SVG, and set as PDF."""

FLOOR = 1
