"""The numbers of the search: frozen, told and read.

Covers `registry/search/profile.py`, `registry/search/profile_matching.py`,
`registry/search/profile_weights.py`, `registry/search/profile_order.py`,
`registry/search/room.py` and `index_keys.py`, and how another profile is passed.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, asdict, fields, replace
from itertools import pairwise
from pathlib import Path

import pytest

from registry import search
from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment
from registry.rules.fields import ROW_FIELDS
from registry.search.answer import Question
from registry.search.ask import Asker
from registry.search.concepts import Concept, Role
from registry.search.index_keys import EXACT, PART
from registry.search.indexing import expected_stamp
from registry.search.profile import PROFILE, Profile
from registry.search.question import parse
from registry.search.rank import Judge, Weighed
from tests.relevance import decided
from tests.search.samples import TODAY, ids, lexicon

SEARCH = Path(search.__file__).parent
NUMBERS = [
    (section, name) for section, numbers in asdict(PROFILE).items() for name in numbers
]
# What a number is of and between what it may lie: (share, 0 to 1).
RANGE = re.compile(r"\(([a-zæøå ]+), (-?[\d.]+) to ([\d.]+)\)")
# Numbers that decide no answer: how much is kept in memory, how long a writer waits,
# from when a question that nothing answers or a task is shown, and how many counts are
# kept. What there is room for stands in `room.py`.
NO_TUNING = {
    *("KEPT_ANSWERS", "KEPT_STATES", "KEPT_BYTES", "MOST_TEXTS", "MOST"),
    *("POSTINGS_BYTES", "CANDIDATE_BYTES", "MOST_FILTERS", "BYTE", "FEW_IN"),
    *("SHOWN_FROM", "FLOOR", "MOST_SPELLED", "MOST_ROWS"),
    *("WRITERS_WAIT", "TRIES_A_SECOND", "TURNS"),
}
# Numbers that are of the thing itself: three words are three, a compound has two parts.
OF_THE_THING = {"len(three) < 3", "2 * self._shortest"}
# Modules that hold numbers and nothing else.
OF_NUMBERS = (
    "profile.py",
    "profile_order.py",
    "profile_matching.py",
    "profile_weights.py",
    "room.py",
)
# The weights that are fitted together decide nothing alone: each is told without a
# question.
FITTED = {("sureness", name) for name in (*PROFILE.sureness.weight_of, "constant")}
TABLES = (
    "levels",
    "field_weights",
    "sureness",
)  # read whole, as tables by token and by field


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SEARCH.rglob("*.py")):
        name = path.relative_to(SEARCH).as_posix()
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def numbers_named(node: ast.stmt) -> set[str]:
    """The names that a module gives to numbers, alone or several at a time."""
    match node:
        case ast.Assign(targets=[target], value=value) if is_number(value):
            return {ast.unparse(target)}
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            named = zip(names, values, strict=True)
            return {ast.unparse(name) for name, value in named if is_number(value)}
    return set()


def is_measured(node: ast.AST) -> bool:
    """Whether a length is compared with, or anything counted, more than two times a
    number in the middle of the code.
    """
    match node:
        case ast.Compare(left=ast.Call(func=ast.Name(id="len")), comparators=[least]):
            told = isinstance(least, ast.Constant) and least.value not in (0, 1, 2)
            return told or (
                isinstance(least, ast.Constant)
                and least.value == 2
                and isinstance(node.ops[0], ast.Gt)
            )
        case ast.BinOp(op=ast.Mult(), left=ast.Constant(value=int())):
            return True
    return False


def name_of(node: ast.expr) -> str:
    """What a section is called where it is read: order in self.profile.order."""
    name = node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)
    return name.removeprefix("_")


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


@pytest.fixture(scope="module")
def snapshot(asker: Asker) -> Snapshot:
    return asker.catalogue.at(Moment(TODAY))


# The profile


def test_no_number_can_be_changed_while_the_search_runs() -> None:
    for section, name in NUMBERS:
        with pytest.raises(FrozenInstanceError):
            setattr(getattr(PROFILE, section), name, 0)
        with pytest.raises(FrozenInstanceError):
            setattr(PROFILE, section, None)


def test_a_profile_can_be_written_down_and_read_again() -> None:
    tried = PROFILE.changed({"order": {"stated": 0.7}, "coverage": {"rare": 0.2}})

    read = Profile().changed(json.loads(json.dumps(asdict(tried))))

    assert read == tried != PROFILE
    assert hash(read) == hash(tried)


def test_a_number_that_no_profile_has_is_refused() -> None:
    for wrong in ({"order": {"unheard_of": 1}}, {"unheard_of": {"stated": 1}}):
        with pytest.raises((TypeError, AttributeError), match="unheard_of"):
            PROFILE.changed(wrong)


def test_the_one_in_use_is_the_one_that_is_written() -> None:
    assert Profile() == PROFILE


def test_something_is_told_of_every_number() -> None:
    told = [(number.section, number.name) for number in decided.numbers()]

    assert told == NUMBERS


@pytest.mark.parametrize(
    "number",
    [n for n in decided.numbers() if (n.section, n.name) not in FITTED],
    ids=str,
)
def test_a_number_is_told_with_its_range_and_a_question(
    number: decided.Number,
) -> None:
    match = RANGE.search(number.text)

    assert match, "it says not (what, low to high)"
    low, high = float(match[2]), float(match[3])
    assert low <= number.value <= high
    assert number.examples, "it names no question and no other value"
    for other, _ in number.examples:
        assert low <= other <= high
        assert other != number.value


def test_the_numbers_of_a_section_are_numbers_and_nothing_else() -> None:
    for section in fields(PROFILE):
        for number in fields(getattr(PROFILE, section.name)):
            assert number.type in (int, float), f"{section.name}.{number.name}"


def test_a_rows_fields_weigh_what_the_table_of_fields_says() -> None:
    for field in ROW_FIELDS:
        assert PROFILE.weight_of.get(field.name, 0) == field.weight
    assert set(PROFILE.share_of) == set(PROFILE.weight_of)
    assert max(PROFILE.share_of.values()) == 1


# Every number is read, and none stands elsewhere


def test_every_number_is_read_by_the_search() -> None:
    read = {
        (name_of(node.value), node.attr)
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
    }

    assert [n for n in NUMBERS if n[0] not in TABLES and n not in read] == []


def test_every_fitted_weight_weighs_a_mark_of_its_own(asker: Asker) -> None:
    answer = asker.ask(Question("varsling", Moment(TODAY)))

    assert {("sureness", mark) for mark in answer.marks} == FITTED - {
        ("sureness", "constant")
    }


@pytest.mark.parametrize(
    ("section", "name"), [n for n in NUMBERS if n[0] in ("levels", "field_weights")]
)
def test_a_number_of_a_table_stands_in_it(section: str, name: str) -> None:
    other = PROFILE.changed({section: {name: 9}})

    assert (other.level_of, other.weight_of) != (PROFILE.level_of, PROFILE.weight_of)


def test_the_least_field_counts_for_what_the_profile_says() -> None:
    assert min(Profile().changed({"order": {"least_field": 1}}).share_of.values()) == 1
    assert min(PROFILE.share_of.values()) > PROFILE.order.least_field


def test_no_number_that_decides_stands_outside_the_profile() -> None:
    """Neither by a name of its own, nor as a fraction, a length or a multiple in the
    middle of the code.
    """
    code = [(module, tree) for module, tree in modules() if module not in OF_NUMBERS]
    named = [
        f"{module}:{node.lineno}"
        for module, tree in code
        for node in tree.body
        if numbers_named(node) - NO_TUNING
    ]
    inside = [
        f"{module}:{node.lineno} {ast.unparse(node)}"
        for module, tree in code
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, float)
            and not node.value.is_integer()
        )
        or (is_measured(node) and ast.unparse(node) not in OF_THE_THING)
    ]

    assert named == []
    assert inside == []


def test_every_number_of_room_is_told_and_read() -> None:
    text = (SEARCH / "room.py").read_text(encoding="utf-8")
    names = {
        name.id
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign)
        for name in ast.walk(node.targets[0])
        if isinstance(name, ast.Name)
    }
    imported = {
        alias.name
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == f"{search.__name__}.room"
        for alias in node.names
    }

    assert names
    assert names - imported == set()
    for before, line in pairwise(text.splitlines()):
        assert not re.match("[A-Z_]+[ ,]", line) or before.startswith("#"), line


# Another profile


def test_a_question_is_judged_by_the_profile_that_is_given() -> None:
    concept = Concept("plan", Role.REQUIRED, index_keys=frozenset({EXACT + "plan"}))
    question, tokens = [Weighed(concept, 1.0)], {"task": frozenset({EXACT + "plan"})}
    unsure = PROFILE.changed({"levels": {"exact": 0.1}})

    usual = Judge(question, {}).of(tokens, {})
    other = Judge(question, {}, profile=unsure).of(tokens, {})

    assert other.score < usual.score
    assert Judge(question, {}, profile=PROFILE).of(tokens, {}) == usual


def test_a_question_is_read_by_the_profile_of_the_lexicon() -> None:
    careless = PROFILE.changed({"matching": {"corrected": 0.1}})
    usual = lexicon("kommune")
    other = lexicon("kommune", profile=careless)

    (concept,) = parse("kommnue", usual).concepts
    (doubted,) = parse("kommnue", other).concepts

    assert (concept.likelihood, doubted.likelihood) == (PROFILE.matching.corrected, 0.1)


def test_a_shortest_part_of_a_compound_is_the_profiles() -> None:
    long = PROFILE.changed({"analysis": {"shortest_part": 9}})

    assert PART + "plan" in lexicon("").index_keys_of("handleplan")
    assert PART + "plan" not in lexicon("", profile=long).index_keys_of("handleplan")


def test_another_profile_answers_otherwise_from_the_same_index(
    asker: Asker, tmp_path: Path
) -> None:
    never = PROFILE.changed({"sureness": {"enough": 1.0}})
    question = Question("varsle kommunen om barnet 8 hverdage", Moment(TODAY))
    strict = Asker(asker.catalogue, asker.engine.directory, profile=never)

    assert ids(asker.ask(question))
    assert strict.ask(question).abstained


def test_only_what_the_index_holds_makes_it_anew(snapshot: Snapshot) -> None:
    usual = expected_stamp(snapshot)
    ranked = replace(PROFILE, order=replace(PROFILE.order, stated=9))
    split = PROFILE.changed({"analysis": {"shortest_part": 9}})

    assert expected_stamp(snapshot, profile=ranked) == usual
    assert expected_stamp(snapshot, profile=split) != usual
