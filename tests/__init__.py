"""The tests. They run in many processes, and start more: each would compile the product
and the tests anew where the environment says to leave no bytecode.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
