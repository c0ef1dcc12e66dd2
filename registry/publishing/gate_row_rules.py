"""The gates' rules about rows: who does it, when, what it rests on, and what has moved."""

from collections.abc import Iterator, Mapping
from typing import Any

from registry.coherence import Transfer, duties_on_non_parties, transfers
from registry.deadlines import deadline_of, text_contradicts_data
from registry.fields import CHOICES, ROW_FIELDS, Field, Scheme
from registry.models import NOT_APPLICABLE, NOT_STATED
from registry.publishing.confusable import side_by_side
from registry.publishing.finding import Found, Place, Surroundings
from registry.publishing.gate_rules import is_missing, listed_pairs, unknown_keys
from registry.publishing.placeholders import is_placeholder
from registry.version_content import VersionContent

FIELDS = {field.name: field for field in ROW_FIELDS}
ACTOR_FIELDS = tuple(field for field in ROW_FIELDS if field.scheme is Scheme.ACTORS)
# The row's key is its place, and who does it has a gate of its own.
OWN_GATE = ("key", "responsible")
WRITTEN = (
    *("task", "situation", "deadline", "does_not_apply_to"),
    *("economic_consequences", "example", "in_doubt"),
)
# What a row does not apply to is left out: it names the other term in order to keep them apart.
READ_TOGETHER = tuple(name for name in WRITTEN if name != "does_not_apply_to")
NO_ONE = frozenset({NOT_STATED, NOT_APPLICABLE})
CONSEQUENCES = "economic_consequences"
WORTH_ASKING = ("responsible", "payer", "treatment_responsible")

Row = Mapping[str, Any]


def no_responsible(content: VersionContent, _: Surroundings) -> Found:
    """Not stated is an answer: the agreement then truly says nothing. Not applicable is none."""
    for row in content.rows:
        if not set(row["responsible"]) - {NOT_APPLICABLE}:
            yield place(row, "responsible"), named(row)


def missing_field(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        for field in ROW_FIELDS:
            if field.name not in OWN_GATE and is_missing(field, row[field.name]):
                yield place(row, field.name), named(row, field=field.label)


def placeholder(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        for name in WRITTEN:
            if is_placeholder(row[name]):
                yield place(row, name), named(row, field=FIELDS[name].label)


def mixed_answer(content: VersionContent, around: Surroundings) -> Found:
    for row in content.rows:
        for field in ACTOR_FIELDS:
            given = set(row[field.name])
            if given & NO_ONE and len(given) > 1:
                none = min(given & NO_ONE)
                label = around.labels(Scheme.ACTORS, none).lower()
                yield place(row, field.name), named(row, field=field.label, none=label)


def unknown_section(content: VersionContent, around: Surroundings) -> Found:
    for row in content.rows:
        if row["section"] and " ".join(row["section"].split()) not in around.headings:
            yield place(row, "section"), named(row, section=row["section"])


def no_deadline_amount(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        if row["deadline_unit"] and row["deadline_amount"] is None:
            yield place(row, "deadline_amount"), named(row)


def no_deadline_unit(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        if row["deadline_amount"] is not None and not row["deadline_unit"]:
            yield place(row, "deadline_unit"), named(row)


def impossible_deadline(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        amount = row["deadline_amount"]
        # Also what is no number at all is not above zero.
        if amount is not None and not 0 < amount < float("inf"):
            yield place(row, "deadline_amount"), named(row, amount=written_amount(amount))


def deadline_contradicts_data(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        if text_contradicts_data(deadline_of(row)):
            amount, unit = written_amount(row["deadline_amount"]), row["deadline_unit"]
            words = named(row, deadline=row["deadline"], amount=amount, unit=unit)
            yield place(row, "deadline"), words


def unexplained_transfer(content: VersionContent, around: Surroundings) -> Found:
    for moved in _transfers(content, around):
        consequences = moved.row_after[CONSEQUENCES]
        if not consequences or is_placeholder(consequences):
            yield place(moved.row_after, CONSEQUENCES), _moved(moved, around)


def transfer_explained_before(content: VersionContent, around: Surroundings) -> Found:
    """The text came along with the copy of the version before, and may speak of another change."""
    for moved in _transfers(content, around):
        consequences = moved.row_after[CONSEQUENCES]
        if consequences and consequences == moved.row_before[CONSEQUENCES]:
            yield place(moved.row_after, CONSEQUENCES), _moved(moved, around)


def not_stated(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        for name in WORTH_ASKING:
            if NOT_STATED in row[name]:
                yield place(row, name), named(row, field=FIELDS[name].label)


def duty_on_non_party(content: VersionContent, around: Surroundings) -> Found:
    duties = duties_on_non_parties(content, around.actor_sectors, around.organisation_sectors)
    for duty in duties:
        words = named(
            duty.row,
            field=FIELDS[duty.field].label,
            actor=around.labels(Scheme.ACTORS, duty.actor),
            sector=around.labels(Scheme.SECTORS, around.actor_sectors[duty.actor]).lower(),
        )
        yield place(duty.row, duty.field), words


def no_evidence(content: VersionContent, _: Surroundings) -> Found:
    for row in content.rows:
        if not row["source"]:
            yield place(row, "source"), named(row)


def confused_terms(content: VersionContent, around: Surroundings) -> Found:
    for row in content.rows:
        text = "\n".join(row[name] for name in READ_TOGETHER)
        pairs = list(side_by_side(text, around.confusable_pairs))
        if pairs:
            yield place(row, _holding(row, pairs[0][1])), named(row, pairs=listed_pairs(pairs))


def unknown_word(content: VersionContent, around: Surroundings) -> Found:
    for row, field, value in _filled(content):
        for key in unknown_keys(field, value, around):
            yield place(row, field.name), named(row, field=field.label, key=key)


def unknown_choice(content: VersionContent, _: Surroundings) -> Found:
    for row, field, value in _filled(content):
        if field.name in CHOICES and value not in CHOICES[field.name]:
            yield place(row, field.name), named(row, field=field.label, key=value)


def place(row: Row, field: str) -> Place:
    return Place(row["key"], field)


def named(row: Row, **words: str) -> dict[str, str]:
    """The words of a finding about the row, which is named by its task."""
    return {"task": row["task"] or row["key"], **words}


def written_amount(amount: float) -> str:
    return f"{amount:g}".replace(".", ",")


def _transfers(content: VersionContent, around: Surroundings) -> tuple[Transfer, ...]:
    if around.previous is None:
        return ()
    return transfers(around.previous, content, around.actor_sectors)


def _moved(moved: Transfer, around: Surroundings) -> dict[str, str]:
    before, after = (
        ", ".join(around.labels(Scheme.ACTORS, key) for key in keys) or "ingen"
        for keys in (moved.before, moved.after)
    )
    return named(
        moved.row_after, field=FIELDS[moved.field].label.lower(), before=before, after=after
    )


def _holding(row: Row, words: str) -> str:
    return next((name for name in READ_TOGETHER if words in row[name]), "task")


def _filled(content: VersionContent) -> Iterator[tuple[Row, Field, Any]]:
    for row in content.rows:
        for field in ROW_FIELDS:
            if row[field.name]:
                yield row, field, row[field.name]
