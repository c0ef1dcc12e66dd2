"""The shipped plain words: every row that answers is told in them, easily read, and
none says more than its row.
"""

import re
from datetime import date

import pytest

from registry.catalogue.actor_names import actors_named
from registry.catalogue.citizen import (
    UNCONFIRMED,
    guide,
    plain_label,
    telling_of,
)
from registry.catalogue.citizen_telling import HELP_NOW, Telling
from registry.catalogue.queries import Catalogue
from registry.catalogue.snapshot import Row, Snapshot
from registry.clock import Moment
from registry.language.readability import lix
from registry.rules.citizens import (
    CHILDREN,
    CITIZEN_ACTORS,
    GROWN,
    NOT_THE_CITIZENS,
    PARTS,
    SAME_SUBJECT,
    WITH_ITS_LAW,
    Business,
    answered_by,
    closes_a_door,
)
from registry.rules.fields import ROW_FIELDS, Kind, Scheme
from registry.unsaid import Saying, is_stated, saying_of

DAYS = (date(2026, 11, 26), date(2027, 2, 1))
HARDEST = 40  # LIX: «let» to «middel»
# Words that only staff use; a citizen is told the plain one.
HARD = re.compile(
    r"\b(?:visit[ae]|handlekommun|opholdskommun|varsl|færdigbehandl|udred|refusion"
    r"|horisontal|ambulan|stationær|retslig|epikris|samtyk|myndighedsansvar)",
    re.IGNORECASE,
)
# What two readers did not understand, or took for something else.
UNCLEAR = re.compile(
    r"godkendt til|er godkendt|som den blev fremsat|på samme måde for dig|et mærke"
    r"|få tilbage af hinanden|selv om du ikke har sagt ja|alle parter"
)
TO_READER = re.compile(r"\b(?:du|dig|din|dit|dine)\b", re.IGNORECASE)
# How a row says that it is one hospital's own description, not a rule of its own.
AS_ONE_TELLS = re.compile(r"\bSådan beskriver\b")
# A service of the doctors' collective agreement, by its number.
A_SERVICE = re.compile(r"Ydelse \d{4}\b")
# What speaks of a condition after the promise that it limits.
LATE_CONDITION = re.compile(
    r"^Det gælder(?: til og med [^,]*| fra [^,]*)?, (?:når|hvis) "
)
# An exclusion of a thing, told so that a reader takes it for one of a person.
EXCLUDES_A_THING = re.compile(r"(?:Det|Reglen) gælder ikke(?!, (?:hvis|når)\b)")
# Others, in a rule that speaks to the reader.
OTHERS = re.compile(r"\b(?:(?<!er )ældre|patienter|borgere|gravide|beboere)\b")
# A rule that nobody has confirmed does not say of itself that the law says so.
SURE = re.compile(r"følger af loven|^Loven siger|^Det (?:står i|siger) loven", re.M)
# What staff do between them, on a condition that is a patient's.
NOT_OF_THE_READER = {
    "demens.ringe-den-henvisende-laege-op",
    "psykiatri-boern-og-unge.henvisning-til-cvd",
}
TOLD = ("task", "situation", "deadline", "does_not_apply_to", "in_doubt")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Nobody reads these aloud.
SHORTENED = re.compile(
    r"\b(?:stk|jf|fx|pr|mv|m\.v|evt|ca|pct|kr|kap|nr|bl\.a|GOP|UTH|FMK|IV|§+)(?:\b|\.)"
    r"|§"
)


@pytest.fixture(scope="module", params=DAYS, ids=str)
def snapshot(request: pytest.FixtureRequest, shipped: Catalogue) -> Snapshot:
    return shipped.at(Moment(request.param))


@pytest.fixture(scope="module")
def tellings(snapshot: Snapshot) -> list[Telling]:
    return [telling_of(snapshot, row) for row in snapshot.holding_rows]


def texts(row: Row) -> list[str]:
    stored = row.snitflade
    return [text for name in TOLD if is_stated(text := getattr(stored, name))]


def test_every_text_of_every_row_that_answers_has_its_plain_words(
    snapshot: Snapshot,
) -> None:
    plain = snapshot.vocabulary.plain
    rows = snapshot.holding_rows
    assert len(rows) > 300
    assert [(row.id, t) for row in rows for t in texts(row) if not plain(t)] == []


def test_every_actor_of_a_row_has_its_plain_words(snapshot: Snapshot) -> None:
    actors = {
        actor
        for row in snapshot.holding_rows
        for actor in (*row.snitflade.responsible, *row.snitflade.payer)
    } - {"ikke-oplyst", "ikke-relevant"}
    labels = {snapshot.label(Scheme.ACTORS, actor) for actor in actors}
    assert [label for label in labels if not snapshot.vocabulary.plain(label)] == []


def test_no_plain_words_name_a_number_that_their_text_has_not(
    snapshot: Snapshot,
) -> None:
    choices = snapshot.vocabulary.schemes[Scheme.PLAIN_WORDS].values()
    added = [
        (choice.key, NUMBER.findall(choice.label), text)
        for choice in choices
        for text in choice.also
        if not set(NUMBER.findall(choice.label)) <= set(NUMBER.findall(text))
    ]
    assert added == []


def test_nobody_is_named_of_a_sector_that_the_row_does_not_name(
    snapshot: Snapshot, tellings: list[Telling]
) -> None:
    actors = snapshot.vocabulary.schemes[Scheme.ACTORS]
    wrong = []
    for telling in tellings:
        own = named_by(snapshot, telling.row)
        sectors = {actors[actor].sector for actor in own} | {None, "borger"}
        told = actors_named(snapshot, telling.text)
        wrong += [(telling.row.id, a) for a in told if actors[a].sector not in sectors]
    assert wrong == []


def named_by(snapshot: Snapshot, row: Row) -> set[str]:
    """The actors of a row, by its fields, by its texts, and by what a citizen is told
    in place of its target groups.
    """
    stored, named = row.snitflade, set()
    for group in stored.target_groups:
        told = plain_label(snapshot, Scheme.TARGET_GROUPS, group)
        named |= {*actors_named(snapshot, told)}
    for field in ROW_FIELDS:
        value = getattr(stored, field.name)
        if field.scheme is Scheme.ACTORS:
            labels = [snapshot.label(Scheme.ACTORS, actor) for actor in value]
            named |= {*value, *actors_named(snapshot, ", ".join(labels))}
        elif field.kind is Kind.TEXT and value:
            named |= {*actors_named(snapshot, str(value))}
    return named


def test_what_is_not_confirmed_always_says_so(tellings: list[Telling]) -> None:
    for telling in tellings:
        said = UNCONFIRMED in telling.sentences
        assert said is not telling.confirmed


def test_a_may_stays_a_may(snapshot: Snapshot) -> None:
    for row in snapshot.holding_rows:
        if row.snitflade.task.startswith("Kan "):
            plain = snapshot.vocabulary.plain(row.snitflade.task)
            assert plain
            assert re.match(r"(\{eller\} )?kan ", plain), row.id


def test_nothing_that_the_row_says_is_told_as_unsaid(tellings: list[Telling]) -> None:
    nobody = [telling for telling in tellings if not telling.deed.who]
    assert nobody
    assert [
        (telling.row.id, name)
        for telling in nobody
        for name in answered_by(telling.deed.does)
        if saying_of(getattr(telling.row.snitflade, name)) == Saying.STATED
    ] == []


def test_only_if_is_said_of_what_holds_nowhere_else(tellings: list[Telling]) -> None:
    """What a hospital tells of itself may be the same on others."""
    only = [t for t in tellings if t.sentences[0].startswith("Kun hvis ")]
    assert only
    assert [
        telling.row.id
        for telling in only
        if AS_ONE_TELLS.search(telling.row.snitflade.situation)
        or "Vi har kun set" in telling.text
    ] == []


def test_a_service_with_a_number_is_no_promise_to_each(
    tellings: list[Telling],
) -> None:
    services = [t for t in tellings if A_SERVICE.match(t.row.snitflade.situation)]
    assert len(services) == 3
    for telling in services:
        assert telling.deed.does.startswith("kan "), telling.row.id
        assert "ydelse" in telling.text, telling.row.id


def test_sentences_can_be_read_aloud(tellings: list[Telling]) -> None:
    assert [
        (telling.row.id, found[0])
        for telling in tellings
        if (found := SHORTENED.search(telling.text))
    ] == []


def test_plain_words_tell_no_text_twice(snapshot: Snapshot) -> None:
    choices = snapshot.vocabulary.schemes[Scheme.PLAIN_WORDS].values()
    told = [text for choice in choices for text in choice.also]
    assert len(told) == len(set(told))


def test_every_target_group_is_easily_read(
    snapshot: Snapshot, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = {}
    for group in snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]:
        rows = [r for r in snapshot.holding_rows if group in r.snitflade.target_groups]
        told = guide(snapshot, rows, None, group).chapters
        measured[group] = lix("\n".join(chapter.text for chapter in told))

    with capsys.disabled():
        print(f"\nLIX {snapshot.moment.pr}:", *_lines(measured))
    assert max(measured.values()) <= HARDEST


def _lines(measured: dict[str, float]) -> list[str]:
    return [f"{group} {value:.1f}" for group, value in measured.items()]


def test_what_a_citizen_does_is_told_to_them(tellings: list[Telling]) -> None:
    for telling in tellings:
        if CITIZEN_ACTORS & {*telling.row.snitflade.responsible}:
            assert telling.to_reader, telling.row.id


def test_no_row_of_theirs_is_told_in_the_words_of_staff(
    tellings: list[Telling],
) -> None:
    named = ("Center for Visitation og Diagnostik",)
    wrong = []
    for telling in tellings:
        text = telling.text
        for name in named:
            text = text.replace(name, "")
        wrong += [(telling.row.id, w) for w in HARD.findall(text) if telling.to_reader]
    assert wrong == []


def test_a_condition_stands_before_what_it_limits(tellings: list[Telling]) -> None:
    mine = [telling for telling in tellings if telling.to_reader]
    late = [
        (telling.row.id, sentence)
        for telling in mine
        for sentence in telling.sentences[1:]
        if LATE_CONDITION.match(sentence)
    ]
    assert late == []
    first = sum(t.sentences[0].startswith(("Hvis ", "Når ")) for t in mine)
    assert first > len(mine) * 0.75


def test_what_is_not_sure_does_not_say_that_it_is_the_law(
    tellings: list[Telling],
) -> None:
    assert [
        telling.row.id
        for telling in tellings
        if not telling.confirmed
        and telling.to_reader
        and any(SURE.search(sentence) for sentence in telling.sentences)
    ] == []


def test_every_kind_that_is_not_the_citizens_is_a_kind_of_task(
    snapshot: Snapshot,
) -> None:
    named = {*NOT_THE_CITIZENS, *SAME_SUBJECT, *SAME_SUBJECT.values(), *WITH_ITS_LAW}
    assert [
        key for key in sorted(named) if not snapshot.vocabulary.has(Scheme.TASKS, key)
    ] == []


def test_every_target_group_with_rows_is_told_some_of_them(snapshot: Snapshot) -> None:
    for group in snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]:
        rows = [r for r in snapshot.holding_rows if group in r.snitflade.target_groups]
        assert bool(rows) == bool(guide(snapshot, rows, None, group).chapters), group


def test_every_part_of_a_page_is_a_target_groups(snapshot: Snapshot) -> None:
    known = snapshot.vocabulary.schemes[Scheme.TARGET_GROUPS]
    assert {CHILDREN, *GROWN, *PARTS} <= {*known}


def test_no_row_of_theirs_is_told_in_words_that_readers_did_not_understand(
    tellings: list[Telling],
) -> None:
    assert [
        (telling.row.id, found[0])
        for telling in tellings
        if telling.to_reader and (found := UNCLEAR.search(telling.text))
    ] == []


def test_no_rule_of_a_childs_turns_to_the_reader(tellings: list[Telling]) -> None:
    assert [
        (telling.row.id, telling.text)
        for telling in tellings
        if CHILDREN in telling.row.snitflade.target_groups
        and not GROWN & {*telling.row.snitflade.target_groups}
        and telling.to_reader
        and TO_READER.search(telling.text)
    ] == []


def test_nothing_acute_makes_a_reader_wait(tellings: list[Telling]) -> None:
    acute = [t for t in tellings if t.row.snitflade.phase == "akut" and t.to_reader]
    assert acute
    assert all("ring 112" in telling.sentences[1] for telling in acute)


def test_no_exclusion_of_a_thing_reads_as_one_of_a_person(
    tellings: list[Telling],
) -> None:
    assert [
        (telling.row.id, said)
        for telling in tellings
        if telling.to_reader
        for said in telling.sentences[1:]
        if EXCLUDES_A_THING.match(said)
    ] == []


def test_a_deed_for_the_reader_speaks_of_no_others(tellings: list[Telling]) -> None:
    assert [
        (telling.row.id, telling.sentences[0])
        for telling in tellings
        if telling.to_reader
        and CHILDREN not in telling.row.snitflade.target_groups
        and OTHERS.search(telling.sentences[0])
    ] == []


def test_a_no_to_planned_care_says_where_to_ring(tellings: list[Telling]) -> None:
    closed = [t for t in tellings if t.to_reader and closes_a_door(t.text)]
    assert closed
    assert all(HELP_NOW in telling.sentences for telling in closed)


def test_no_row_is_left_out_by_a_word_of_its_deed(tellings: list[Telling]) -> None:
    """A row whose deed names nobody is not told: what limits it may still name them."""
    assert {
        telling.row.id
        for telling in tellings
        if telling.business is Business.WORK
        and re.search(r"\b(?:du|dig|barnet)\b", telling.text)
    } <= NOT_OF_THE_READER
