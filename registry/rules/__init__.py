"""Rules without database or web: fields, status, differences, coherence, what a version
says.
"""

FLOOR = 3
