"""The gates that a version must pass to be published: each rule with the text that it
says, gathered in one table.
"""

FLOOR = 5
