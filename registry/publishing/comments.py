"""Comments on a draft: on a place in its text or on a row, answered and closed. They
are no writing, are kept with the draft, and are never published.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from registry import clock
from registry.accounts.roles import Person, require_role
from registry.catalogue.queries import Catalogue
from registry.errors import BadInput, NotFound, Refused
from registry.models import FINAL, DraftComment, Role, Version
from registry.publishing.writing import id_of
from registry.rules.privacy import refuse_numbers, texts_in
from registry.rules.version_content import MAIN, VersionContent, part_of
from registry.storage import audit
from registry.storage.db import reading, transaction
from registry.storage.events import Event
from registry.storage.versions import (
    children_of,
    content_in,
    slug_of,
    version_by_id,
)

LONGEST = 4000
WHOLE = "Udgavens tekst"
GONE = "En snitflade, der er fjernet"


@dataclass(frozen=True)
class Thread:
    """A comment and its answers, the oldest first. `place`: what it is about, in
    Danish. `stands`: the words it quotes are still there.
    """

    first: DraftComment
    answers: Sequence[DraftComment]
    place: str
    stands: bool

    @property
    def is_closed(self) -> bool:
        """Whether the last that was said closed it."""
        return bool(self.answers) and self.answers[-1].closes


def comment(
    catalogue: Catalogue, version_id: int, part: str, quote: str, text: str, by: Person
) -> int:
    """Begin a thread about a part of the draft: "udgave" or a row's key. Returns its
    id.

    `quote`: the words it is about; empty for the whole part. Raises Refused where the
    draft is closed or the role is lacking, BadInput for what is written, NotFound.
    """
    require_role(by, Role.EDITOR, Role.APPROVER)
    text, quote = _written(text), quote.strip()
    refuse_numbers("citat", quote, label="Stedet")

    with transaction(catalogue.engine) as session:
        version = _open(session, version_id)
        values = part_of(content_in(session, version), part)
        if len(quote) > LONGEST or not _stands(quote, values):
            raise BadInput(
                "Stedet: de ord står der ikke. Kopiér dem fra teksten, eller lad "
                "feltet stå tomt.",
                "citat",
            )
        begun = _new(version, part, text, by)
        begun.quote = quote
        return _keep(session, version, begun, Event.COMMENTED)


def answer(
    catalogue: Catalogue,
    version_id: int,
    thread: int,
    text: str,
    by: Person,
    *,
    closes: bool = False,
) -> None:
    """Answer a thread; with `closes` it is settled, and the text may be empty. A later
    answer opens it again. Raises as `comment` does.
    """
    require_role(by, Role.EDITOR, Role.APPROVER)
    text = "" if closes and not text.strip() else _written(text)

    with transaction(catalogue.engine) as session:
        version = _open(session, version_id)
        first = session.get(DraftComment, thread)
        if first is None or first.version_id != version_id or first.thread is not None:
            raise NotFound("Den kommentar findes ikke i kladden.")

        said = _new(version, first.part, text, by)
        said.thread, said.closes = thread, closes
        event = Event.COMMENT_CLOSED if closes else Event.COMMENT_ANSWERED
        _keep(session, version, said, event)


def threads_of(catalogue: Catalogue, version_id: int) -> list[Thread]:
    """Every thread of the draft, the open ones first, the newest first. Raises
    NotFound.
    """
    with reading(catalogue.engine) as session:
        version = version_by_id(session, version_id)
        said = children_of(session, DraftComment, version)
        content = content_in(session, version)

    threads = [
        _thread(first, [c for c in said if c.thread == first.id], content)
        for first in reversed(said)
        if first.thread is None
    ]
    return sorted(threads, key=lambda thread: thread.is_closed)


def open_about(catalogue: Catalogue, version_id: int, part: str) -> list[Thread]:
    """The threads about a part of the draft that are not closed."""
    threads = threads_of(catalogue, version_id)
    return [t for t in threads if t.first.part == part and not t.is_closed]


def open_by_part(catalogue: Catalogue, version_id: int) -> Counter[str]:
    """How many open threads each part of the draft has."""
    threads = threads_of(catalogue, version_id)
    return Counter(t.first.part for t in threads if not t.is_closed)


def _thread(
    first: DraftComment, answers: list[DraftComment], content: VersionContent
) -> Thread:
    if first.part != MAIN and not content.has_row(first.part):
        return Thread(first, answers, GONE, stands=False)

    values = part_of(content, first.part)
    place = WHOLE if first.part == MAIN else f"Snitflade: {values['task']}"
    return Thread(first, answers, place, _stands(first.quote, values))


def _stands(quote: str, values: object) -> bool:
    """Whether the words are said there, whatever marks the text has around them."""
    said = " ".join(_words(text) for text in texts_in(values))
    return _words(quote) in said


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _written(text: str) -> str:
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise BadInput(
            f"Kommentar: skriv, hvad der er at sige, højst {LONGEST} tegn.", "tekst"
        )
    refuse_numbers("tekst", text, label="Kommentar")
    return text


def _open(session: Session, version_id: int) -> Version:
    version = version_by_id(session, version_id)
    if version.state in FINAL:
        raise Refused("Kladden er ikke længere under arbejde og kan ikke kommenteres.")
    return version


def _new(version: Version, part: str, text: str, by: Person) -> DraftComment:
    return DraftComment(
        version_id=id_of(version),
        part=part,
        text=text,
        author=by.username,
        at=clock.now(),
    )


def _keep(session: Session, version: Version, said: DraftComment, event: Event) -> int:
    session.add(said)
    session.flush()
    audit.write_entry(
        session,
        actor=said.author,
        event=event,
        subject=slug_of(session, version),
        detail=said.part,
    )
    assert said.id is not None

    return said.id
