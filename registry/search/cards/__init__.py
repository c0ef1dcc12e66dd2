"""Cards: what the catalogue knows and no row carries, each with its own page."""
