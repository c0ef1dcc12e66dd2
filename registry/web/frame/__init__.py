"""What frames every page: access, errors, layout, links, sessions, security,
waiting.
"""

FLOOR = 1
