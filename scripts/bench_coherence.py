"""How long it takes to look a large catalogue through for overlaps and gaps:
python scripts/bench_coherence.py, in the environment of run.py.

Rows are invented, of which most say what the others of their task say; it prints and
judges nothing.
"""

import argparse
import os
import platform
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from measuring import ROOT

sys.path.insert(0, str(ROOT))

from registry.rules.coherence.analysis import Finding, findings, findings_within
from registry.rules.coherence.rows import (
    NOBODY,
    Agreement,
    Answering,
    Names,
    Row,
    Yardstick,
)

ROWS_EACH = 10
MUNICIPALITIES = [f"kommune-{number}" for number in range(29)]
GROUPS = {
    "voksne": "alder",
    "boern-og-unge": "alder",
    "hjemloese": "saerlig-gruppe",
    "dobbeltdiagnose": "saerlig-gruppe",
    "somatik": "somatik",
}
PHASES = [f"fase-{number}" for number in range(6)]
ACTORS = {
    "center": "region",
    "hospital": "region",
    "kommune": "kommune",
    "sygepleje": "kommune",
    "laege": "almen-praksis",
    "apotek": "privat",
}
PLACE, TIMES = "kommune-3", 3
SITUATIONS = 300
# Of a hundred rows, so many are done by others than the rest of their task.
STRAY = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--tasks", type=int, default=150, help="slags opgaver")
    options = parser.parse_args(arguments)

    # Every run measures the same rows.
    chance = random.Random(options.rows)  # noqa: S311
    yardstick = _yardstick(options.tasks)
    on = _answering(options.rows, options.tasks, chance)
    later = _later(on, chance)

    print(f"Maskine: {os.cpu_count()} kerner, Python {platform.python_version()}")
    print(f"{options.rows} rækker, {len(on.agreements)} aftaler")
    everywhere = _timed("alt, på én dag", lambda: findings(on, yardstick))
    _timed("alt, mellem to dage", lambda: findings(on, yardstick, later))
    _timed("én kommune, forfra", lambda: findings(on.within(PLACE), yardstick))
    for _ in range(TIMES):
        _timed("én kommune", lambda: findings_within(everywhere, on, yardstick, PLACE))
    _print_memory()
    return 0


def _timed(name: str, look: Callable[[], Sequence[Finding]]) -> Sequence[Finding]:
    began, worked = time.perf_counter(), time.process_time()
    found = look()
    took, work = time.perf_counter() - began, time.process_time() - worked
    print(f"{name:22}{len(found):>9} fund{took:>8.2f} s ({work:.2f} s arbejde)")
    return found


def _print_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"højest {most // (1024**2 if sys.platform == 'darwin' else 1024)} MB")


def _yardstick(tasks: int) -> Yardstick:
    return Yardstick(
        sectors=ACTORS,
        needs={f"opgave-{number}": ("payer",) for number in range(0, tasks, 3)},
        kinds=GROUPS,
        broader={"hjemloese": "voksne", "dobbeltdiagnose": "voksne"},
        phases=tuple(PHASES),
        groups=frozenset(GROUPS),
        municipalities=frozenset(MUNICIPALITIES),
    )


def _answering(rows: int, tasks: int, chance: random.Random) -> Answering:
    agreements, made = {}, []

    for number in range(0, rows, ROWS_EACH):
        slug = f"aftale-{number}"
        agreements[slug] = Agreement(
            slug, sectors=frozenset({"region", "kommune", "almen-praksis"})
        )
        places = _places(chance)
        made += [
            _row(slug, at, tasks, places, chance)
            for at in range(min(ROWS_EACH, rows - number))
        ]

    return Answering(tuple(made), agreements)


def _places(chance: random.Random) -> Names:
    if chance.random() < 0.2:
        return frozenset(MUNICIPALITIES)
    return frozenset(chance.sample(MUNICIPALITIES, chance.choice([1, 1, 1, 3, 8])))


def _row(slug: str, at: int, tasks: int, places: Names, chance: random.Random) -> Row:
    task, group = chance.randrange(tasks), chance.choice(list(GROUPS))
    situation = chance.choice([(), ("varigt",), (f"s{chance.randrange(SITUATIONS)}",)])

    return Row(
        id=f"{slug}.{at}",
        agreement=slug,
        key=str(at),
        task_key=f"opgave-{task}",
        situation=situation,
        phase=chance.choice([*PHASES, "alle-faser"]),
        target_groups=frozenset({group}),
        places=places,
        answers=_answers(task, chance),
    )


def _answers(task: int, chance: random.Random) -> tuple[object, ...]:
    actors = list(ACTORS)
    stray = chance.randrange(100) < STRAY
    who = frozenset({chance.choice(actors) if stray else actors[task % 4]})
    return (who, NOBODY, who if chance.random() < 0.8 else NOBODY, NOBODY, None)


def _later(on: Answering, chance: random.Random) -> Answering:
    """The same with a tenth in other hands, and a tenth under other keys."""
    rows = []

    for row in on.rows:
        number = chance.randrange(10)
        task = int(row.task_key.partition("-")[2])
        changes: dict[int, dict[str, Any]] = {
            0: {"answers": _answers(task, chance)},
            1: {"id": f"{row.id}x", "key": f"{row.key}x"},
        }
        rows.append(replace(row, **changes.get(number, {})))

    return Answering(tuple(rows), on.agreements)


if __name__ == "__main__":
    sys.exit(main())
