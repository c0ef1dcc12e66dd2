"""What is shown at a moment: snapshots, queries, facets, addresses, and values told in
Danish.
"""

FLOOR = 6
