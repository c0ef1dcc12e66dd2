"""Which field a first line tells rather than the one that stands to be told, where the
question asks for something that stands in another. Pure.

A limit or a length may stand in the condition or in the task itself; who may have a
thing is told by the condition, not by who does it; and what is free is so whoever pays.
"""

import re
from collections.abc import Sequence

from registry.catalogue.snapshot import Row, Snapshot
from registry.catalogue.told import told_each
from registry.language.danish import folded_words
from registry.rules.citizens import CITIZEN_ACTORS
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.search.asked_fields import PAYER, WHEN
from registry.search.conditions import DOING, SITUATION, TASK, condition_in
from registry.search.line_subject import (
    AUTHORITY,
    UNITS,
    LineSubject,
    receiver_of,
    stated_first,
)
from registry.search.shortening import sentences
from registry.search.stated import prices_in
from registry.search.whether import words_in_full
from registry.unsaid import Saying, saying_of

CARRIES = "treatment_responsible"
FOR_WHOM = "Hvem det er for"
_FREE = re.compile(
    r"\b(?:gratis|vederlagsfri\w*|uden betaling|ikke (?:opkræve|betale))\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"(?:lade være|undlade|ikke|må ikke|aldrig)\b", re.IGNORECASE)
_MAY = re.compile(r"kan\b", re.IGNORECASE)
_WHO = re.compile(r" hvems? ")
_HOW_LARGE = re.compile(
    r" (?:hvor (?:stor|mange|meget) (?:[^ ]+ )?(?:del|andel|procent|pct)"
    r"|hvor stor(?:t)? (?:en |et )?(?:del|andel)|andelen|procentdel\w*) "
)
_SHARE = re.compile(
    r"\d ?(?:pct|procent|%)|\b(?:halvdelen|\w+ (?:tredjedel|fjerdedel)e?)\b",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    rf" hvor (?:laenge|(?:kort|lang) (?:en )?tid|mange (?:{UNITS})) "
)
_HOW_MANY = re.compile(r" hvor (?:mange|meget|stor|stort|store|gammel|gamle|hoej\w*) ")
_WHICH_NUMBER = re.compile(
    r" (?:hvilke[nt]? (?:ydelse\w*|nr|nummer|kode|paragraf)|ydelsesn(?:umme)?r) "
)
# A length in words counts too: «få uger til få måneder».
_LENGTH = re.compile(
    r"(?:\d|½|\b(?:en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|få|nogle))\s?"
    r"(?:minut|time|døgn|dag|hverdag|uge|måned|år)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:\d|(?:to|tre|fire|fem|seks|syv|otte|ni|ti|én|ét)\b)", re.IGNORECASE
)
_CODE = re.compile(r"\b(?:ydelse|kode|nr\.?|nummer) ?\d|§|\b\d{4}\b", re.IGNORECASE)
_ASKED_IN = (
    (_HOW_LARGE, _SHARE),
    (_HOW_LONG, _LENGTH),
    (_WHICH_NUMBER, _CODE),
    (_HOW_MANY, _NUMBER),
)
# Who may have it: not who does it, nor who is told of it.
_MAY_HAVE = re.compile(
    r" hvem (?:kan|maa) (?:\w+ )?(?:faa|have|benytte|bruge|tilbydes|henvises|komme"
    r"|visiteres) (?!besked|kontakt|ansvar|det sidste|sagen|styr)"
    r"| hvem (?:har|faar) (?:\w+ )?(?:ret til|krav paa|adgang til|mulighed for|lov til)"
    r"| hvem (?:er|var|bliver) (?:\w+ ){0,2}?(?:omfattet|omfattede|berettiget"
    r"|berettigede|i maalgruppen|med i|daekket) "
    r"| hvem (?:gaelder|gjaldt|omfatter|omfattede) "
    # As it is asked in other languages, whose small words are not read as Danish.
    r"| who (?:can|may|could) (?:get|have|use|receive) | who (?:is|are) (?:entitled"
    r"|eligible|covered) | vem (?:kan|far) (?:fa|anvanda) | vem har ratt till "
)
# «hvornår må vi tage gebyr» asks for the case, where no day is told.
_MAY_WHEN = re.compile(r" hvornaar (?:maa|kan) ")
_SENDING = r"(?:ind)?(?:send|meld|rapporter|indberet|anmeld|aflever|henvis)(?:e?s|er?)"
_TO_WHICH = re.compile(rf" {_SENDING} (?:\w+ ){{0,3}}?til (?:\w+ ){{1,4}}?eller ")
_TO_WHICH_ABROAD = re.compile(
    r" (?:report|send|refer)(?:s|ed)? (?:\w+ ){0,4}to (?:\w+ ){1,4}or "
    r"| (?:rapporter|skicka|anmal)\w* (?:\w+ ){0,4}till (?:\w+ ){1,4}eller "
)
_OF_DUTY = re.compile(r" (?:ansvar|ansvaret|ansvarlig|ansvarlige) ")
_BEING = "være {}"
_DECIDES = re.compile(
    r"^(?:for|kun|hvis|når|gælder)\b|\b(?:mere end|mindre end|over|under|mindst) \d",
    re.IGNORECASE,
)


def asked_rather(
    snapshot: Snapshot, rows: Sequence[Row], text: str, subject: LineSubject
) -> LineSubject:
    """What a line tells of a group to a question, rather than `subject`; that, where
    nothing else is asked for.
    """
    said = f" {' '.join(words_in_full(text))} "
    if subject.is_price or subject.label or subject.role:
        return subject

    if subject.field == DOING and _is_left_undone(rows[0], said):
        return LineSubject(TASK)
    if subject.field == PAYER and _is_free(rows[0]):
        return LineSubject(TASK)
    quantity = _of_quantity(rows[0], said, subject)
    if quantity:
        return quantity

    is_when = subject.field == WHEN and _MAY_WHEN.search(said)
    if is_when and not _any_date(rows):
        return LineSubject(SITUATION)
    is_who = subject.field == DOING
    rather = _rather_than_who(snapshot, rows, text, said) if is_who else None
    return rather or subject


def of_task_itself(row: Row, asked: str | None) -> LineSubject | None:
    """What a line tells where the question is the row's task as it stands: who does it,
    whatever its words could ask for; but of what may be done or is left undone, that.
    None of a price, or of who carries the medical responsibility, that the row states.
    """
    task = row.snitflade.task
    if _UNDONE.match(task) or _MAY.match(task):
        return LineSubject(TASK)

    subject = stated_first([row], None)
    is_price = subject.field == TASK and bool(prices_in(row))
    carries = row.snitflade.treatment_responsible if asked == CARRIES else ()
    is_carried = bool(carries) and saying_of(carries) is Saying.STATED
    return None if is_price or is_carried else subject


def _rather_than_who(
    snapshot: Snapshot, rows: Sequence[Row], text: str, said: str
) -> LineSubject | None:
    """What is told rather than who does it; nothing where that is asked."""
    written = f" {folded_words(text)} "
    asks_for_whom = any(map(_MAY_HAVE.search, (said, written)))
    if asks_for_whom and _is_for_somebody(rows[0]):
        return LineSubject(SITUATION, FOR_WHOM)

    if _TO_WHICH.search(said) or _TO_WHICH_ABROAD.search(written):
        return LineSubject(receiver_of(rows))
    if _OF_DUTY.search(said) and _has_one_authority(rows):
        role = ROW_FIELDS_BY_NAME[AUTHORITY].label.lower()
        return LineSubject(AUTHORITY, role=role)

    return LineSubject(TASK) if _is_its_role(snapshot, rows[0]) else None


def deciding(row: Row) -> str:
    """The sentences of a row's condition that decide whether somebody pays, in the
    row's own words; the first of them, where none does.
    """
    first = condition_in(row.snitflade.situation)
    decides = [t for t in sentences(row.snitflade.situation) if _DECIDES.search(t)]
    if any(text not in first for text in decides):
        return ". ".join(decides)
    return first


def _of_quantity(row: Row, said: str, subject: LineSubject) -> LineSubject | None:
    """Where the quantity stands that is asked for, if it stands elsewhere."""
    holds = next((holds for asks, holds in _ASKED_IN if asks.search(said)), None)
    stored = row.snitflade
    if holds is None or holds.search(stored.deadline):
        return None
    if holds.search(stored.task):
        return None if subject.field == TASK else LineSubject(TASK)

    has = [text for text in sentences(stored.situation) if holds.search(text)]
    is_stated = subject.field in (TASK, DOING, WHEN)
    return LineSubject(SITUATION, holds=holds) if has and is_stated else None


def _any_date(rows: Sequence[Row]) -> bool:
    said = (saying_of(row.snitflade.deadline) for row in rows)
    return any(one is Saying.STATED for one in said)


def _is_free(row: Row) -> bool:
    is_unsaid = saying_of(row.snitflade.payer) is not Saying.STATED
    return is_unsaid and bool(_FREE.search(row.snitflade.task))


def _is_left_undone(row: Row, said: str) -> bool:
    """Whether the task is to leave something undone, and it is not asked who does: the
    name alone would read as a permission.
    """
    return bool(_UNDONE.match(row.snitflade.task)) and not _WHO.search(said)


def _is_for_somebody(row: Row) -> bool:
    """Whether a row tells when it holds, and is done by others than those it is for."""
    does = set(row.snitflade.responsible)
    is_stated = saying_of(row.snitflade.situation) is Saying.STATED
    return is_stated and CITIZEN_ACTORS.isdisjoint(does)


def _has_one_authority(rows: Sequence[Row]) -> bool:
    """Whether one authority decides in all of the rows, which others do in turn."""
    authorities = {frozenset(row.snitflade.authority) for row in rows}
    doing = {frozenset(row.snitflade.responsible) for row in rows}
    is_stated = saying_of(rows[0].snitflade.authority) is Saying.STATED
    return is_stated and len(authorities) == 1 and len(doing) > 1


def _is_its_role(snapshot: Snapshot, row: Row) -> bool:
    """Whether the task is to be the one whose name answers: «blive ved med at være
    handlekommune» tells which one that is, «handlekommune» does not.
    """
    field = ROW_FIELDS_BY_NAME[DOING]
    names = told_each(snapshot, field, row.snitflade.responsible)
    task = row.snitflade.task.lower()
    return any(_BEING.format(name.lower()) in task for name in names)
