"""The path of a target group as a picture: what it tells, and where each thing stands.
Pure.

`story.py` and `ribbon.py` put tasks in their phases and lanes and follow the medical
responsibility; `tile.py`, `flow.py` and `arrangement.py` measure and place. Nothing
here draws.
"""

FLOOR = 2
