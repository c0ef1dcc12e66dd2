"""One who asks about many days, each of which is another catalogue: python -m
tests.attack.dates --times 2000.

By one process, and what it holds is what the system says that it holds.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from tests.attack.target import Target, started

TIMES, SEED = 2000, 20261128
# So much the server may hold, by how often it is asked; in MB.
FEW, MOST_OF_FEW, MOST_OF_MANY = 300, 350, 400
FIRST, DAYS = date(2000, 1, 1), 15_000
QUESTION = "hvem betaler for transporten hjem fra hospitalet"
LOOK_EVERY = 10
SECONDS = 60.0  # after which an answer is lost


@dataclass
class Held:
    """How many answers came, the most that was held meanwhile, and when it began."""

    asked: int = 0
    before: float = 0.0
    most: float = 0.0
    wrong: int = 0
    longest: float = 0.0

    @property
    def faults(self) -> list[str]:
        """That more was held than is promised, or that answers were none."""
        may = MOST_OF_FEW if self.asked <= FEW else MOST_OF_MANY
        much = [f"{self.most:.0f} MB"] if self.most > may else []
        wrong = [f"{self.wrong} uden svar"] if self.wrong else []
        untried = [] if self.asked and self.most else ["intet blev prøvet"]
        return [*much, *wrong, *untried]

    def __str__(self) -> str:
        return (
            f"{self.asked} svar, længst {self.longest:.2f} s; {self.before:.0f} MB "
            f"før, højst {self.most:.0f} MB; {self.wrong} uden svar"
        )


def ask(target: Target, times: int, seed: int = SEED) -> Held:
    """Ask so often about a day by chance. Returns what was held."""
    chance, held = random.Random(seed), Held(before=target.memory)
    with closing(HTTPConnection("127.0.0.1", target.port, SECONDS)) as connection:
        for number in range(times):
            day = FIRST + timedelta(days=chance.randrange(DAYS))
            begun = time.monotonic()
            asked = urlencode({"q": QUESTION, "pr": day.isoformat()})
            connection.request("GET", f"/soeg?{asked}")
            answer = connection.getresponse()
            told = answer.read().decode()

            held.longest = max(held.longest, time.monotonic() - begun)
            held.asked += 1
            held.wrong += answer.status != 200 or day.isoformat() not in told
            if number % LOOK_EVERY == 0 or number == times - 1:
                held.most = max(held.most, target.memory)

    return held


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 1 where more was held than is promised, or an answer was none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)

    with tempfile.TemporaryDirectory() as folder:
        with started(Path(folder), workers=1) as target:
            held = ask(target, options.times, options.seed)
        print(held)

    return int(bool(held.faults))


if __name__ == "__main__":
    sys.exit(main())
