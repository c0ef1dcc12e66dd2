"""Sets the test tools up and runs every check: python3 scripts/test.py [--fast] [--
PYTEST-VALG].

This file and setup_python.py stay readable to old Pythons; see run.py.
"""

import sys

from setup_python import python_problem

if __name__ == "__main__":
    problem = python_problem(sys.version_info[0], sys.version_info[1])
    if problem:
        sys.exit(problem)
    from checks import main

    sys.exit(main(sys.argv[1:]))
