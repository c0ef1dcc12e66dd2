"""Coherence: a file for each of its rooms, and planted cases."""
