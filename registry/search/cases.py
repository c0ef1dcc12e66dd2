"""What each row of a group says to what was asked, as a case of its answer. Pure."""

import re

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import fold, stems_in, tokenize
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.rules.older import older_basis
from registry.rules.unsure import unsure_of
from registry.search.answer import AnswerGroup, RowHit
from registry.search.beside import changing, excepted_by, facts_of
from registry.search.conditions import DOING, TASK, Case
from registry.search.shortening import lead, sentences
from registry.search.sides import GROUP_OF, sides_in
from registry.search.sought import sought_in
from registry.unsaid import Saying, saying_of

STATED, NOT_SAID, NOT_ASKED = (
    Saying.STATED.value,
    Saying.NOT_STATED.value,
    Saying.NOT_APPLICABLE.value,
)
MENTALLY_ILL, BODILY_ILL, DISCHARGE = "psykisk-sygdom", "somatik", "udskrivning"
OF_BODILY_ILL = "for somatiske patienter"  # it begins a line of its own
# Who is excepted for not being something is not who is that.
_NEGATED = re.compile(r"\b(?:hverken|ikke|uden|ingen|ej)\b[^,:;.]*", re.IGNORECASE)
# A sentence that goes on about those whom the one before it names.
_GOES_ON = re.compile(r"(?:for dem|her|de|den|det)\b", re.IGNORECASE)


def cases_of(
    snapshot: Snapshot, group: AnswerGroup, field: str, kind: str = ""
) -> list[Case]:
    """The cases of a group for a field; `kind`: the sector whose actors are sought."""
    others = _for_others(group)
    cases = [
        _case(snapshot, hit, field, others, kind, group.asked) for hit in group.hits
    ]
    return cases if kind or field == TASK else [*cases, *_silent(group)]


def state_of(row: Row, name: str) -> str:
    """Whether the row states a field, says that it is not stated, or that it does not
    arise.
    """
    saying = saying_of(getattr(row.snitflade, name))
    return NOT_SAID if saying is Saying.ABSENT else saying.value


def _for_others(group: AnswerGroup) -> frozenset[str]:
    """The rows that are not for a target group that the question names, where another
    row of the group is.
    """
    rows = [hit.row for hit in group.hits]
    of_sides = {GROUP_OF[side] for side in sides_in(group.asked) if side in GROUP_OF}
    fitting = [
        {row.id for row in rows if named & row.facets.get("target_group", frozenset())}
        for named in (*group.target_groups, *(frozenset({one}) for one in of_sides))
    ]

    return frozenset(
        row.id for row in rows for fit in fitting if fit and row.id not in fit
    )


def _silent(group: AnswerGroup) -> list[Case]:
    """The bodily ill, where all rows of a discharge are for the mentally ill and the
    question is not: a rule for some must not be read as one for all.
    """
    rows = [hit.row for hit in group.hits]
    texts = (group.label, *(row.snitflade.task for row in rows))
    named = frozenset().union(*group.target_groups)
    is_meant = bool(named & {MENTALLY_ILL, BODILY_ILL}) or "psyk" in group.asked
    if is_meant or any("psyk" in text.lower() for text in texts):
        return []
    if not all(_is_of_mental_discharge(row) for row in rows):
        return []

    return [Case("", state=NOT_SAID, target_groups=(OF_BODILY_ILL,), row=rows[0].id)]


def _is_of_mental_discharge(row: Row) -> bool:
    groups = row.facets.get("target_group", frozenset())
    phases = row.facets.get("phase", frozenset())
    return phases == {DISCHARGE} and MENTALLY_ILL in groups and BODILY_ILL not in groups


def _case(
    snapshot: Snapshot,
    hit: RowHit,
    field: str,
    others: frozenset[str],
    kind: str,
    asked: str,
) -> Case:
    stored = hit.row.snitflade
    names = told_each(
        snapshot, ROW_FIELDS_BY_NAME["target_groups"], stored.target_groups
    )
    does = told_each(snapshot, ROW_FIELDS_BY_NAME[DOING], stored.responsible)
    value = ", ".join(
        told_each(snapshot, ROW_FIELDS_BY_NAME[field], getattr(stored, field))
    )
    positive = " ".join((value, *names, *does, stored.task, lead(stored.situation)))
    sought, where = sought_in(snapshot, hit.row, kind) if kind else ("", "")
    before, denied = _denied(hit, positive, asked)
    excepted, goes_on = excepted_by(hit.row, ". ".join(filter(None, (before, denied))))

    return Case(
        answer=sought or value,
        state=STATED if sought else state_of(hit.row, field),
        target_groups=tuple(names),
        task=stored.task,
        situation=stored.situation,
        denied=denied,
        before_denied=before,
        denies_only_that=denied == stored.does_not_apply_to.strip(" ."),
        confirmed=hit.row.confirmed,
        for_others=hit.row.id in others,
        row=hit.row.id,
        role=ROW_FIELDS_BY_NAME[where].label.lower()
        if where not in ("", DOING)
        else "",
        is_sought=bool(sought),
        older=older_basis(stored, confirmed=hit.row.confirmed),
        excepted=excepted,
        excepted_goes_on=goes_on,
        changing=changing(hit.row),
        facts=facts_of(snapshot, hit.row, field),
        deadline=stored.deadline,
        unsure_of=unsure_of(stored, confirmed=hit.row.confirmed),
    )


def _denied(hit: RowHit, positive: str, question: str) -> tuple[str, str]:
    """The sentence of what the row does not apply to that holds a word of the question
    which the row says nowhere else, or names a side that the question does, with what
    goes on about it, and the sentences before it; empty where there is none.
    """
    excepted = sentences(hit.row.snitflade.does_not_apply_to)
    if not excepted:
        return "", ""

    sides, is_negated = sides_in(question), bool(_NEGATED.search(question))
    pieces = hit.highlights.get("does_not_apply_to", ())
    asked = " ".join(text for text, is_marked in pieces if is_marked)
    said = fold(positive)
    only_denied = {t.stem for t in tokenize(asked) if fold(t.stem) not in said}

    others = sides - sides_in(positive)
    at = next(
        (
            n
            for n, text in enumerate(excepted)
            if only_denied & excepted_words(text, is_negated=is_negated)
            or others & sides_in(text)
        ),
        None,
    )

    if at is None:
        return "", ""

    goes_on = [text for text in excepted[at + 1 : at + 2] if _GOES_ON.match(text)]
    return ". ".join(excepted[:at]), ". ".join([excepted[at], *goes_on])


def excepted_words(text: str, *, is_negated: bool) -> set[str]:
    """The stems of what an exception names. Where it excepts those who are not
    something and the question denies nothing itself, whom it names else, and not what
    holds for them instead.
    """
    who, _, _ = text.partition(":")
    is_of_others = not is_negated and _NEGATED.search(who)
    return {*stems_in(_NEGATED.sub(" ", who) if is_of_others else text)}
