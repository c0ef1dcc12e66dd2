"""Sets the catalogue up and starts it: python3 scripts/run.py [--host ADRESSE] [--port
NUMMER].

This file and setup_python.py stay readable to old Pythons, so that those get a plain
answer instead of a syntax error; everything else is imported after the check.
"""

import sys

from setup_python import python_problem

if __name__ == "__main__":
    problem = python_problem(sys.version_info[0], sys.version_info[1])
    if problem:
        sys.exit(problem)
    from start import main

    sys.exit(main(sys.argv[1:]))
