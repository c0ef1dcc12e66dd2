"""What Python the set-up needs, and what to tell a person whose Python lacks it.

Written for Pythons as old as 3.6: they must be able to read it to be told that they are
too old.
"""

MINIMUM = (3, 11)


def python_problem(major: int, minor: int) -> str:
    """Return what to tell the user about this Python version; empty when it will do."""
    if (major, minor) >= MINIMUM:
        return ""

    needed = "{}.{}".format(*MINIMUM)
    return (
        f"Kataloget kræver Python {needed} eller nyere; dette er Python "
        f"{major}.{minor}.\n"
        f"Installér en nyere Python, og start med den, for eksempel:\n"
        f"    python{needed} scripts/run.py"
    )


def venv_problem(major: int, minor: int, has_venv: bool) -> str:
    """Return how to get venv, which Debian and Ubuntu keep in a package of its own."""
    if has_venv:
        return ""
    return (
        "Denne Python kan ikke lave et virtuelt miljø: modulet venv mangler.\n"
        f"  Debian og Ubuntu:  sudo apt install python{major}.{minor}-venv\n"
        "  Andre systemer:    installér Python igen med standardvalgene\n"
        "Kør derefter kommandoen igen."
    )
