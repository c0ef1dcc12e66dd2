"""How long after a publication readers see it, and what they wait meanwhile."""

import http.client
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass

from invented import SLUG
from measuring import percentile

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.models import Role
from registry.publishing import beginning, editing
from registry.publishing.acts import perform
from registry.publishing.drafts import read_draft
from registry.rules.version_content import MAIN, part_digest, part_of

SECONDS = 60
# A large catalogue's first new state is waited for a little, the following are not.
TIMES_PUBLISHED = 3


@dataclass(frozen=True)
class Somebody:
    """One who writes, or one who approves."""

    username: str
    roles: tuple[str, ...]


WRITER = Somebody("maaling-skriver", (Role.EDITOR,))
APPROVER = Somebody("maaling-godkender", (Role.APPROVER,))
SUGGESTED = "/api/v1/search?q=ny+udgave+{}&limit=10"


def seen_after(port: int, catalogue: Catalogue) -> Iterator[str]:
    """Publish some versions, and ask after each until it is shown. Raises RuntimeError
    where one is not within a minute.
    """
    invented = SLUG.partition("{")[0]
    slugs = [s for s in catalogue.today().agreements if s.startswith(invented)]
    if not slugs:
        yield "måles kun med --rows: det er en opdigtet aftale, der offentliggøres"
        return
    for _ in range(TIMES_PUBLISHED):
        yield _seen_after(port, catalogue, max(slugs))


def _seen_after(port: int, catalogue: Catalogue, slug: str) -> str:
    before = catalogue.today().agreement(slug).shown.number
    _publish(catalogue, slug, WRITER, APPROVER)

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    began, waits = time.perf_counter(), list[float]()
    while time.perf_counter() < began + SECONDS:
        asked = time.perf_counter()
        _read(connection, SUGGESTED.format(len(waits)))
        waits.append((time.perf_counter() - asked) * 1000)
        if _read(connection, f"/api/v1/agreements/{slug}")["version"] > before:
            seen = time.perf_counter() - began
            return (
                f"set efter {seen:.2f} s; det første spørgsmål efter den ventede "
                f"{waits[0]:.0f} ms, det længste af {len(waits)} {max(waits):.0f} ms, "
                f"det midterste {percentile(sorted(waits), 50):.0f} ms"
            )
    raise RuntimeError("the publication was never shown")


def _publish(catalogue: Catalogue, slug: str, writer: Person, approver: Person) -> None:
    draft = beginning.begin_version(catalogue, slug, writer)
    base = part_digest(part_of(read_draft(catalogue, draft).content, MAIN))
    economics = {"economics": f"Målt i kladde {draft}."}
    editing.save(catalogue, draft, MAIN, economics, base, writer)
    seen = read_draft(catalogue, draft).fingerprint
    for act, by in (("submit", writer), ("approve", approver), ("publish", approver)):
        perform(catalogue, draft, act, by, seen=seen)


def _read(connection: http.client.HTTPConnection, path: str) -> dict[str, int]:
    connection.request("GET", path)
    response = connection.getresponse()
    return dict(json.loads(response.read()))
