"""The gates of rows beside what stands around them: the version before, the parties,
and the word list.
"""

from registry.gates.confusable import confused
from registry.gates.gate import (
    ERROR,
    WARNING,
    Foreseen,
    FormPlace,
    GateHits,
    Grounds,
    Surroundings,
    gate,
    main,
)
from registry.gates.placeholders import is_placeholder
from registry.gates.rows import WRITTEN, named, place
from registry.gates.wording import listed_pairs
from registry.rules.coherence.versions import (
    Reassignment,
    duties_on_non_parties,
    reassignments,
)
from registry.rules.fields import ROW_FIELDS_BY_NAME, Scheme
from registry.rules.version_content import RowValues, VersionContent

CONSEQUENCES = "economic_consequences"
# What a row does not apply to is left out: it names the other term in order to keep
# them apart.
READ_TOGETHER = tuple(field.name for field in WRITTEN if not field.denies)


@gate(
    "opgaveflytning-uden-oekonomi",
    ERROR,
    "«{task}» flytter: {field} ændres fra {before} til {after}. Skriv de "
    "økonomiske konsekvenser; er der ingen, så skriv det.",
    many="{count} opgaver flytter, uden at økonomien er skrevet",
)
def reassignment_without_economy(
    content: VersionContent, around: Surroundings
) -> GateHits:
    """The health agreement asks that the economy is clear where a task moves. What a
    move is, rules/coherence/versions.py says.
    """
    for moved in _reassignments(content, around):
        consequences = moved.row_after[CONSEQUENCES]
        if not consequences or is_placeholder(consequences):
            yield place(moved.row_after, CONSEQUENCES), _moved(moved, around)


@gate(
    "pligt-uden-part",
    WARNING,
    "«{task}»: {actor} står under «{field}», men aftalen har ingen part fra "
    "sektoren {sector}. Tilføj parten, eller vælg en anden aktør.",
    only=Grounds.AGREED,
    many="«{field}» nævner i {count} snitflader en, der ikke er part",
)
def duty_on_non_party(content: VersionContent, around: Surroundings) -> GateHits:
    """A duty binds only those who stand behind the agreement, in any role."""
    duties = duties_on_non_parties(
        content, around.actor_sectors, around.organisation_sectors
    )

    for duty in duties:
        words = named(
            duty.row,
            field=ROW_FIELDS_BY_NAME[duty.field].label,
            actor=around.labels(Scheme.ACTORS, duty.actor),
            sector=around.labels(
                Scheme.SECTORS, around.actor_sectors[duty.actor]
            ).lower(),
        )
        yield place(duty.row, duty.field), words


@gate(
    "oekonomi-fra-forrige-udgave",
    WARNING,
    "«{task}» flytter: {field} ændres fra {before} til {after}, men de økonomiske "
    "konsekvenser er uændrede fra den forrige udgave. Se efter, at de også gælder "
    "denne flytning.",
    many="{count} flytninger har en økonomi fra den forrige udgave",
)
def reassignment_explained_before(
    content: VersionContent, around: Surroundings
) -> GateHits:
    """The text came along with the copy of the version before, and may speak of another
    change.
    """
    for moved in _reassignments(content, around):
        consequences = moved.row_after[CONSEQUENCES]
        if consequences and consequences == moved.row_before[CONSEQUENCES]:
            yield place(moved.row_after, CONSEQUENCES), _moved(moved, around)


@gate(
    "forvekslelige-begreber-i-snitflade",
    WARNING,
    "«{task}» bruger ord, som ikke må forveksles: {pairs}. Se efter, at det "
    "rigtige ord står hvert sted.",
    many="{count} snitflader bruger ord, som ikke må forveksles",
)
def confused_terms(content: VersionContent, around: Surroundings) -> GateHits:
    """One gate finding for a row, however many pairs it uses."""
    for row in content.rows:
        text = "\n".join(row[name] for name in READ_TOGETHER)
        pairs = list(confused(text, around.confusable_pairs))
        if pairs:
            yield (
                place(row, _holding(row, pairs[0][1])),
                named(row, pairs=listed_pairs(pairs), quote=pairs[0][1]),
            )


@gate(
    "skaber-overlap-eller-hul",
    WARNING,
    "{whence} skaber et {what}: {text}",
    many="Udgaven skaber {count} overlap eller huller",
)
def created(content: VersionContent, around: Surroundings) -> GateHits:
    """Agreements that contradict each other, and what nobody has, are easier to mend
    before they are published.
    """
    for foreseen in around.created:
        yield _foreseen(content, foreseen)


@gate(
    "lukker-overlap-eller-hul",
    WARNING,
    "{whence} lukker et {what}: {text}",
    many="Udgaven lukker {count} overlap eller huller",
)
def closed(content: VersionContent, around: Surroundings) -> GateHits:
    """Said so that it is seen whether it was meant."""
    for foreseen in around.closed:
        yield _foreseen(content, foreseen)


@gate(
    "aabner-overlap-eller-hul",
    WARNING,
    "{whence} åbner et {what} igen, som var afgjort: {text}",
    many="Udgaven åbner {count} overlap eller huller igen, som var afgjort",
)
def reopened(content: VersionContent, around: Surroundings) -> GateHits:
    """What two have settled holds until one of its rows says something else."""
    for foreseen in around.reopened:
        yield _foreseen(content, foreseen)


def _foreseen(
    content: VersionContent, foreseen: Foreseen
) -> tuple[FormPlace, dict[str, str]]:
    """At the first of the version's rows that it is about; else at the rows as a
    whole.
    """
    key = next((key for key in foreseen.rows if content.has_row(key)), None)
    row = content.row(key) if key else None
    whence = f"«{row['task']}»" if row else "Udgaven"
    words = {"whence": whence, "what": foreseen.what, "text": foreseen.text}
    return (place(row, "task") if row else main("rows")), words


def _reassignments(
    content: VersionContent, around: Surroundings
) -> tuple[Reassignment, ...]:
    if around.previous is None:
        return ()
    return reassignments(around.previous, content, around.actor_sectors)


def _moved(moved: Reassignment, around: Surroundings) -> dict[str, str]:
    before, after = (
        ", ".join(around.labels(Scheme.ACTORS, key) for key in keys) or "ingen"
        for keys in (moved.before, moved.after)
    )

    return named(
        moved.row_after,
        field=ROW_FIELDS_BY_NAME[moved.field].label.lower(),
        before=before,
        after=after,
    )


def _holding(row: RowValues, words: str) -> str:
    return next((name for name in READ_TOGETHER if words in row[name]), "task")
