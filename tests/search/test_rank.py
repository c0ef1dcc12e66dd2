"""The order of candidates: what they cover, how surely, and where a word stands.

Also covers registry/rules/phases.py.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.rules.phases import ALL_PHASES
from registry.search.concepts import Concept, Role
from registry.search.index_keys import CONCEPT, EXACT, NARROWER, PART, STEM
from registry.search.profile import PROFILE
from registry.search.rank import Judge, Judged, Weighed, weight

SECTORS = {"hospital": "region", "afdeling": "region", "kommune": "kommune"}


def asked(name: str, role: Role = Role.REQUIRED, **fields: object) -> Concept:
    """A concept of one word that stands in any way."""
    keys = frozenset({EXACT + name, STEM + name, PART + name})
    return Concept(name, role, **{"index_keys": keys, "word": name, **fields})


def judged(
    concepts: list[Concept],
    keys: dict[str, set[str]],
    facets: dict[str, set[str]] | None = None,
    weights: dict[str, float] | None = None,
) -> Judged:
    weighed = [Weighed(c, (weights or {}).get(c.text, 1.0)) for c in concepts]
    keys_by_field = {name: frozenset(present) for name, present in keys.items()}
    held = {name: frozenset(values) for name, values in (facets or {}).items()}
    return Judge(weighed, SECTORS).of(keys_by_field, held)


def words(*names: str, prefix: str = EXACT) -> set[str]:
    return {prefix + name for name in names}


def better(one: Judged, other: Judged) -> bool:
    return one.order < other.order


# Coverage


def test_a_row_that_covers_more_stands_higher() -> None:
    question = [asked("varsling"), asked("barn")]
    both = judged(question, {"situation": words("varsling", "barn", prefix=STEM)})
    one = judged(question, {"task": words("varsling")})

    assert better(both, one)
    assert (both.covered, one.covered) == (1, 0.5)


def test_a_rare_word_counts_for_more_of_the_question() -> None:
    question = [asked("dialyse"), asked("plan")]
    weights = {"dialyse": 4.0, "plan": 1.0}

    rare = judged(question, {"task": words("dialyse")}, weights=weights)
    common = judged(question, {"task": words("plan")}, weights=weights)

    assert (rare.covered, common.covered) == (0.8, 0.2)
    assert better(rare, common)


def test_the_words_that_are_not_covered_are_named() -> None:
    verdict = judged([asked("dialyse"), asked("natten")], {"task": words("dialyse")})

    assert verdict.missing == ("natten",)
    assert verdict.concepts == 1


def test_favoured_and_light_words_need_not_be_covered() -> None:
    verdict = judged(
        [
            asked("dialyse"),
            asked("udskrivning", Role.FAVOURED),
            asked("hurtigt", Role.LIGHT),
        ],
        {"task": words("dialyse")},
    )

    assert (verdict.covered, verdict.missing) == (1, ())


def test_what_is_lacking_is_weighed_by_whether_the_catalogue_knows_it() -> None:
    verdict = judged(
        [asked("dialyse"), asked("kattehotel", Role.UNKNOWN), asked("natten")],
        {"task": words("dialyse")},
        weights={"kattehotel": 3.0, "natten": 2.0},
    )

    assert verdict.missing == ("kattehotel", "natten")
    assert (verdict.lacks_unknown, verdict.lacks_known) == (3.0, 2.0)
    assert not verdict.unknown


def test_a_year_that_no_row_has_blocks() -> None:
    assert judged([asked("dialyse"), asked("2031")], {"task": words("dialyse")}).unknown
    assert not judged(
        [asked("dialyse"), asked("natten")], {"task": words("dialyse")}
    ).unknown


def test_a_question_that_requires_nothing_is_covered_by_nothing() -> None:
    assert (
        judged([asked("hurtigt", Role.LIGHT)], {"task": words("hurtigt")}).covered == 0
    )


# How surely


def test_an_exact_word_is_surer_than_a_term_a_stem_a_narrower_name_and_a_part() -> None:
    levels = [PROFILE.level_of[kind] for kind in (EXACT, CONCEPT, STEM, NARROWER, PART)]

    assert levels == sorted(levels, reverse=True)
    assert len(set(levels)) == 5


def test_the_surest_way_that_a_word_stands_counts() -> None:
    question = [asked("plan")]
    exact = judged(question, {"task": words("plan") | words("plan", prefix=PART)})
    part = judged(question, {"task": words("plan", prefix=PART)})

    assert exact.covered == part.covered == 1
    assert better(exact, part)


def test_a_corrected_word_counts_for_less() -> None:
    sure = judged([asked("plan")], {"task": words("plan")})
    unsure = judged([asked("plan", likelihood=0.85)], {"task": words("plan")})

    assert unsure.score < sure.score
    assert unsure.covered == sure.covered


def test_a_phrase_is_covered_by_its_words_in_any_fields_but_less_surely() -> None:
    phrase = Concept(
        "egen læge",
        Role.REQUIRED,
        index_keys=frozenset({CONCEPT + "egen-laege"}),
        words=(frozenset(words("egen")), frozenset(words("laege"))),
    )
    whole = judged([phrase], {"task": words("egen-laege", prefix=CONCEPT)})
    apart = judged([phrase], {"task": words("egen"), "situation": words("laege")})
    half = judged([phrase], {"task": words("egen")})

    assert whole.covered == apart.covered == 1
    assert better(whole, apart)
    assert half.covered == 0


# Where


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("task", "situation"),
        ("situation", "deadline"),
        ("deadline", "phase"),
        ("phase", "example"),
        ("task", "agreement"),
        ("heading", "text"),
    ],
)
def test_the_task_counts_more_than_the_situation_and_so_on(
    upper: str, lower: str
) -> None:
    question = [asked("plan")]

    assert better(
        judged(question, {upper: words("plan")}),
        judged(question, {lower: words("plan")}),
    )


# What a row does not apply to


def test_what_a_row_does_not_apply_to_is_no_answer_alone() -> None:
    question = [asked("psykiatri")]

    negative = judged(question, {"does_not_apply_to": words("psykiatri")})
    positive = judged(question, {"task": words("psykiatri")})

    assert (negative.positive, positive.positive) == (False, True)
    assert negative.covered == 1


def test_beside_another_word_of_the_question_the_negative_answers() -> None:
    question = [asked("72-timer"), asked("psykiatri")]
    verdict = judged(
        question, {"task": words("72-timer"), "does_not_apply_to": words("psykiatri")}
    )

    assert verdict.positive
    assert verdict.covered == 1


# Facets


def test_a_row_of_the_phase_asked_for_stands_higher() -> None:
    question = [
        asked("plan"),
        asked("udskrivning", Role.FAVOURED, facets=(("phase", "udskrivning"),)),
    ]
    of_phase = judged(question, {"task": words("plan")}, {"phase": {"udskrivning"}})
    of_other = judged(question, {"task": words("plan")}, {"phase": {"akut"}})

    assert better(of_phase, of_other)
    assert of_phase.covered == of_other.covered


def test_a_row_for_another_target_group_stands_lower_than_one_for_all() -> None:
    group = asked("barn", Role.FAVOURED, facets=(("target_group", "boern"),))
    question = [asked("plan"), group]
    of_group, of_other = (
        judged(question, {"task": words("plan")}, {"target_group": {group_}})
        for group_ in ("boern", "voksne")
    )
    unasked = judged(
        [asked("plan")], {"task": words("plan")}, {"target_group": {"voksne"}}
    )

    assert better(of_group, unasked)
    assert better(unasked, of_other)


def test_another_actor_of_the_same_sector_is_nearer_than_one_of_another() -> None:
    question = [
        asked("plan"),
        asked("afdelingen", Role.FAVOURED, facets=(("actor", "afdeling"),)),
    ]
    same, near, far = (
        judged(
            question,
            {"task": words("plan")},
            {"actor": {actor}, "sector": {SECTORS[actor]}},
        )
        for actor in ("afdeling", "hospital", "kommune")
    )

    assert better(same, near)
    assert better(near, far)


# Alternatives


def test_a_row_may_cover_any_one_of_the_alternatives() -> None:
    question = [
        asked("varsling", alternative=True),
        asked("orientering", alternative=True),
        asked("barn"),
    ]
    for name in ("varsling", "orientering"):
        assert judged(question, {"task": words(name, "barn")}).covered == 1
    assert judged(question, {"task": words("barn")}).covered == 0.5


def test_alternatives_weigh_the_same() -> None:
    question = [
        asked("varsling", alternative=True),
        asked("orientering", alternative=True),
    ]
    weights = {"varsling": 5.0, "orientering": 1.0}

    one, other = (
        judged(question, {"task": words(name)}, weights=weights)
        for name in ("varsling", "orientering")
    )

    assert one.order == other.order


# Weights


def test_a_word_weighs_more_the_fewer_documents_hold_it() -> None:
    weights = [weight(300, frequency) for frequency in (0, 1, 10, 100, 300)]

    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 5


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_weight_is_always_positive(documents: int, frequency: int) -> None:
    assert weight(documents, min(frequency, documents)) > 0


_names = st.sampled_from("abcde")
_concepts = st.lists(
    st.builds(
        asked,
        _names,
        st.sampled_from(list(Role)),
        alternative=st.booleans(),
        likelihood=st.sampled_from([0.8, 1.0]),
    ),
    max_size=5,
)
_keys = st.dictionaries(
    st.sampled_from(["task", "situation", "deadline", "does_not_apply_to", "text"]),
    st.sets(st.tuples(st.sampled_from([EXACT, STEM, PART]), _names).map("".join)),
)


@given(_concepts, _keys)
def test_coverage_is_a_share_and_what_is_missing_is_required(
    concepts: list[Concept], keys: dict[str, set[str]]
) -> None:
    verdict = judged(concepts, keys)
    required = {c.text for c in concepts if c.role in (Role.REQUIRED, Role.UNKNOWN)}

    assert 0 <= verdict.covered <= 1 + 1e-9
    assert set(verdict.missing) <= required
    assert 0 <= verdict.concepts <= len(concepts)


@given(_concepts, _keys, _names)
def test_a_further_word_in_a_row_never_lowers_its_coverage(
    concepts: list[Concept], keys: dict[str, set[str]], name: str
) -> None:
    more = {**keys, "task": keys.get("task", set()) | words(name)}

    assert judged(concepts, more).covered >= judged(concepts, keys).covered


@given(_concepts, _keys)
def test_a_match_lies_between_nothing_and_the_surest(
    concepts: list[Concept], keys: dict[str, set[str]]
) -> None:
    best = max(PROFILE.level_of.values()) * (1 + PROFILE.order.own_words)
    for concept in concepts:
        level = judged([replace(concept, role=Role.REQUIRED)], keys).score
        present = concept.index_keys & frozenset().union(*keys.values())
        assert 0 <= level <= best
        assert bool(level) == bool(present)


_facets = st.fixed_dictionaries(
    {
        "phase": st.sets(st.sampled_from(["udskrivning", ALL_PHASES]), min_size=1),
        "actor": st.sets(st.sampled_from(["hospital", "kommune"])),
        "sector": st.sets(st.sampled_from(["region", "kommune"])),
        "target_group": st.sets(st.sampled_from(["boern"])),
    }
)
_facet = st.sampled_from(
    [
        *((), (("phase", "udskrivning"),), (("phase", "opfoelgning"),)),
        *((("actor", "afdeling"),), (("target_group", "boern"),)),
    ]
)


@given(
    st.lists(st.tuples(_concepts.map(tuple), _facet), max_size=2),
    st.lists(st.tuples(_keys, _facets), max_size=6),
)
def test_a_row_stands_the_same_whatever_was_judged_before_it(
    parts: list[tuple[tuple[Concept, ...], tuple[tuple[str, str], ...]]],
    documents: list[tuple[dict[str, set[str]], dict[str, set[str]]]],
) -> None:
    concepts = [replace(one, facets=facet) for some, facet in parts for one in some]
    judge = Judge([Weighed(one, 1.0) for one in concepts], SECTORS)

    for keys, facets in documents * 2:
        by_field = {name: frozenset(held) for name, held in keys.items()}
        of_row = {name: frozenset(values) for name, values in facets.items()}
        assert judge.of(by_field, of_row) == judged(concepts, keys, facets)


def test_a_phase_told_by_more_than_a_word_counts_against_a_row_of_another() -> None:
    after = Concept(
        "efter indlæggelse",
        Role.FAVOURED,
        index_keys=frozenset({STEM + "indlaeg"}),
        facets=(("phase", "efter-udskrivning"),),
    )

    def score(phase: str) -> float:
        keys = {"task": frozenset({STEM + "indlaeg"})}
        judge = Judge([Weighed(after, 1.0)], {})
        return judge.of(keys, {"phase": frozenset({phase})}).score

    assert score("under-indlaeggelse") < 0 < score("efter-udskrivning")
    assert score(ALL_PHASES) > score("under-indlaeggelse")
