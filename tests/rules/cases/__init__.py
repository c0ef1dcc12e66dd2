"""Cases of coherence that a file holds."""
