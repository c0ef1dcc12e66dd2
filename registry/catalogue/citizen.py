"""The rows as they are told to the citizen whom they concern: sentences made from each
row by the patterns of `plain-words.yaml`. Pure.

Every sentence is one text of the row in plain words, or the row's actors put into a
fixed sentence. A text for which nobody has found plain words is told as it stands, and
never left out: a sentence must not say more than its row does.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from registry.catalogue.citizen_asks import CitizenAsk, asks_about
from registry.catalogue.citizen_deed import Deed, bare, joining, together, whole
from registry.catalogue.citizen_telling import HELP_NOW, RING, Telling, by_phase
from registry.catalogue.findings import contradicted_in
from registry.catalogue.snapshot import Row, Snapshot
from registry.language.danish import lowered
from registry.language.readability import sentences
from registry.rules.citizens import (
    CONDITION,
    OF_YOU,
    WITH_ITS_LAW,
    Business,
    answered_by,
    business_of,
    closes_a_door,
    is_unasked,
    is_urgent,
    said_to,
)
from registry.rules.fields import ROW_FIELDS, Scheme
from registry.rules.older import older_basis
from registry.unsaid import NOT_APPLICABLE, NOT_STATED, Saying, is_stated, saying_of

UNCONFIRMED = "Reglen er ikke sikker: Vi har ikke fået den bekræftet."
DISPUTED = (
    "Reglen er ikke sikker: En anden aftale siger noget andet. Spørg, hvad der gælder."
)
# Nobody waits for a rule to be sure.
SEEK_HELP = "Søg alligevel hjælp med det samme."
# Said with a time that is an older edition's.
OLDER_TIME = "{time}, men tiden har vi kun set i en ældre aftale."
OLDER_ALREADY = "ældre aftale"
# What a text without plain words is told as.
AS_WRITTEN = {field.name: field.as_written for field in ROW_FIELDS if field.as_written}
EVERY_PHASE = "alle-faser"


@dataclass(frozen=True)
class Chapter:
    """One phase: what happens to the citizen or is done for them, and whom to ask."""

    key: str
    title: str
    tellings: tuple[Telling, ...]
    asks: tuple[CitizenAsk, ...]

    @property
    def text(self) -> str:
        """All of its sentences, a line for each row."""
        return "\n".join(telling.text for telling in self.tellings)


@dataclass(frozen=True)
class Lacks:
    """What the chapters do not say: the phases that have no row, and how many of the
    `rows` do not say when, by whom, or surely. `unasked`: how many tell others of the
    patient, and not whether the patient agrees first.
    """

    phases: tuple[str, ...]
    rows: int
    untimed: int
    nobody: int
    unsure: int
    unasked: int


@dataclass(frozen=True)
class Guide:
    """All that one citizen is told: chapter by chapter, how many rows are about other
    things, and what is lacking.
    """

    chapters: tuple[Chapter, ...]
    others: Mapping[Business, int]
    lacks: Lacks


def guide(
    snapshot: Snapshot, rows: Iterable[Row], municipality: str | None, group: str = ""
) -> Guide:
    """The rows told by phase, in the order of the phases; a phase without rows of the
    citizen's is left out. Of one phase those of an agreement stand together, in its
    order, what is sure of a subject before what is not. `group`: whose page it is.
    """
    in_order = sorted(rows, key=lambda r: (r.agreement, r.snitflade.position))
    tellings = [telling_of(snapshot, row) for row in in_order]
    known = list(snapshot.vocabulary.schemes[Scheme.PHASES])
    titles = {key: plain_label(snapshot, Scheme.PHASES, key) for key in known}
    phases = by_phase(tellings, group, titles)

    return Guide(
        chapters=tuple(
            Chapter(
                phase,
                titles[phase],
                tuple(here),
                tuple(_asks(snapshot, here, municipality, group)),
            )
            for phase, here in phases.items()
        ),
        others=Counter(t.business for t in tellings if t.business),
        lacks=_lacks(snapshot, known, phases),
    )


def plain_label(snapshot: Snapshot, scheme: Scheme, key: str) -> str:
    """What a citizen is told in place of a label."""
    label = snapshot.label(scheme, key)
    return snapshot.vocabulary.plain(label) or label


def telling_of(snapshot: Snapshot, row: Row) -> Telling:
    """The sentences of a row: on what condition who does what, that one rings where
    lives are at stake, for whom not, when, the rest of the situation, its law, who
    pays, what holds in doubt, and that it is not confirmed or another agreement says
    otherwise.
    """
    stored = row.snitflade
    known = snapshot.vocabulary.plain(stored.task)
    pattern = _plain(snapshot, row, "task")
    condition, rest = _situation(snapshot, row)
    deed = _deed(snapshot, pattern, _doers(row, pattern), condition)
    sentences, urgent = [deed.sentence], is_urgent(stored.phase, deed.sentence)
    sentences += [RING] * urgent
    if is_stated(stored.does_not_apply_to):
        sentences.append(_plain(snapshot, row, "does_not_apply_to"))

    if is_stated(stored.deadline):
        sentences += _time(snapshot, row, rest)
    sentences += [rest] * bool(rest) + [HELP_NOW] * closes_a_door(rest)
    sentences += _law(row)
    sentences += _payment(snapshot, stored.payer, sentences)
    sentences += [_plain(snapshot, row, "in_doubt")] * bool(stored.in_doubt)
    overlap = contradicted_in(snapshot, row)
    unsure = [UNCONFIRMED] * (not row.confirmed) + [DISPUTED] * bool(overlap)
    sentences += unsure + [SEEK_HELP] * (urgent and bool(unsure))

    return Telling(
        row=row,
        deed=deed,
        sentences=_each_once(said_to(stored.target_groups, text) for text in sentences),
        confirmed=row.confirmed,
        business=business_of(
            stored.task_key, bare(pattern) if known else None, stored.responsible
        ),
        title=snapshot.agreement(row.agreement).shown.version.title,
        contradicted_in=overlap,
    )


def _asks(
    snapshot: Snapshot,
    tellings: Sequence[Telling],
    municipality: str | None,
    group: str,
) -> list[CitizenAsk]:
    rows = [telling.row for telling in tellings]
    return asks_about(snapshot, rows, municipality, group)


def _lacks(
    snapshot: Snapshot, known: Iterable[str], phases: Mapping[str, Sequence[Telling]]
) -> Lacks:
    tellings = [telling for some in phases.values() for telling in some]
    rows = [telling.row.snitflade for telling in tellings]
    missing = [key for key in known if key not in {*phases, EVERY_PHASE}]

    return Lacks(
        phases=tuple(plain_label(snapshot, Scheme.PHASES, key) for key in missing),
        rows=len(rows),
        untimed=sum(not is_stated(row.deadline) for row in rows),
        nobody=sum(not _stated(row.responsible) for row in rows),
        unsure=sum(not telling.is_sure for telling in tellings),
        unasked=sum(is_unasked(t.row.snitflade.informed, t.text) for t in tellings),
    )


def _stated(actors: Iterable[str]) -> list[str]:
    return [actor for actor in actors if actor not in (NOT_STATED, NOT_APPLICABLE)]


def _plain(snapshot: Snapshot, row: Row, name: str) -> str:
    text = getattr(row.snitflade, name)
    plain = snapshot.vocabulary.plain(text)
    return plain or AS_WRITTEN[name].format(text=text)


def _situation(snapshot: Snapshot, row: Row) -> tuple[str, str]:
    """What is said before the deed, and what after it. A text without plain words is
    said before: it may be a condition.
    """
    text = row.snitflade.situation
    if not is_stated(text):
        return "", ""
    plain = _plain(snapshot, row, "situation")
    if not snapshot.vocabulary.plain(text):
        return whole(plain), ""

    first, *rest = sentences(plain)
    if CONDITION.match(plain):
        return f"{first.rstrip('.')},", " ".join(rest)
    return "", plain


def _doers(row: Row, pattern: str) -> list[str]:
    """Who does it: those responsible, or where the row does not say them, those whom
    its other fields name of what the deed is, when they are the same.
    """
    stored = row.snitflade
    own = _stated(stored.responsible)
    fields = answered_by(bare(pattern))
    named = [_stated(getattr(stored, name)) for name in fields]

    is_one = bool(named) and all(actors == named[0] for actors in named)
    return own or (named[0] if is_one else [])


def _deed(
    snapshot: Snapshot, pattern: str, doers: Sequence[str], condition: str
) -> Deed:
    """On what condition who does what: the pattern with its actors, or that nobody
    knows who they are.
    """
    does = bare(pattern)
    if does.startswith(OF_YOU):
        return Deed(condition, OF_YOU.strip(), does.removeprefix(OF_YOU))
    who = _named(snapshot, doers, joining(pattern)) if doers else ""
    return Deed(condition, who, does)


def _time(snapshot: Snapshot, row: Row, rest: str) -> list[str]:
    """When it is done, and that this is an older edition's where nothing else told
    says so.
    """
    plain = _plain(snapshot, row, "deadline")
    is_older = bool(older_basis(row.snitflade, confirmed=row.confirmed))
    is_said = OLDER_ALREADY in f"{plain} {rest}"
    if not is_older or is_said:
        return [plain]

    time, *more = sentences(plain)
    return [" ".join([OLDER_TIME.format(time=time.rstrip(".")), *more])]


def _law(row: Row) -> list[str]:
    """The law that a row names, by its name alone, of what a citizen may fear."""
    law = row.snitflade.legal_basis.partition("§")[0].strip()
    names_it = row.confirmed and row.snitflade.task_key in WITH_ITS_LAW and law
    return [f"Det står i {lowered(law)}"] * bool(names_it)


def _payment(
    snapshot: Snapshot, payer: list[str], sentences: Iterable[str]
) -> list[str]:
    """Who pays, where the row says so and nothing told of it does yet."""
    if saying_of(payer) != Saying.STATED or "betal" in " ".join(sentences).lower():
        return []
    payers = _stated(payer)
    alone = " selv" if payers == ["borger"] else ""
    return [f"{_named(snapshot, payers, 'og')} betaler{alone}"]


def _named(snapshot: Snapshot, actors: Sequence[str], word: str) -> str:
    return together([plain_label(snapshot, Scheme.ACTORS, a) for a in actors], word)


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without the sentences that stand in one before them."""
    seen: set[str] = set()
    kept = []

    for text in map(whole, texts):
        said = sentences(text)
        new = [one for one in said if one not in seen]
        seen.update(new)
        # A text that is new as a whole is told as it is written, signs and all.
        kept += [text if len(new) == len(said) else " ".join(new)] * bool(new)

    return tuple(kept)
