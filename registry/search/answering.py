"""From a question to its answer: groups of rows in force, or an explained
abstention. Pure: the server and the copy for bad days answer by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from registry.catalogue import facets
from registry.catalogue.snapshot import Snapshot
from registry.language.danish import tokenize
from registry.search.agreement_hits import Sections, find_agreements, list_agreements
from registry.search.answer import Answer, Question, Remark
from registry.search.bounds import Bounds, bounds_of
from registry.search.by_name import named_by, named_first
from registry.search.cards.kinds import Cards, CardTable
from registry.search.concepts import Concept, ParsedQuestion, Role
from registry.search.danger import tells_of_danger
from registry.search.engine import Candidate, Finder
from registry.search.grouped_rows import group_rows
from registry.search.index_keys import ROW
from registry.search.kinds_of_answer import has_kind_asked, nearest_task, tells_of_fault
from registry.search.lexicon import LIGHT, Lexicon
from registry.search.named_terms import terms_named
from registry.search.of_field import is_of_field
from registry.search.phases import phase_in
from registry.search.placing import Placed, of_the_place_first, placed, whose_place
from registry.search.profile import PROFILE, Profile
from registry.search.question import parse
from registry.search.rank import Weighed, weight
from registry.search.remarks import lacking_of, remarks_on
from registry.search.row_hits import (
    Ranked,
    WeighedQuestion,
    answering_rows,
    narrow_rows,
    nearest_first,
    rank_rows,
    rows_named,
)
from registry.search.rowwords import row_words
from registry.search.set_apart import names_apart
from registry.search.stating_first import asked_first, decided_first
from registry.search.word_for_word import quoted_first, rows_quoted, with_quoted
from registry.search.years import asked_about


def answer_to(
    text: str,
    question: Question,
    snapshot: Snapshot,
    words: Lexicon,
    finder: Finder,
    *,
    sections: Sections,
    cards: CardTable,
    profile: Profile = PROFILE,
) -> Answer:
    """The answer to a text that `check_text` has seen, by the question's filters."""
    parsed, filters = parse(text, words), question.filters
    own = placed(text, parsed, words)
    asked = _asked(question, parsed, own, snapshot, words, finder, profile=profile)
    candidates, ranked = _ranked(asked, snapshot, finder, profile)
    answering, marks = _answering(asked, parsed, ranked, finder, profile)
    narrowed = _of_places(answering, snapshot, own.chosen(filters))

    places = {**parsed.places(), **filters}
    listing, most = parsed.listing and bool(places), profile.shown.nearest_groups
    known = Cards() if listing or asked.quoted else cards.ask(text, parsed.words)
    is_answered = bool(narrowed or listing or known.shown)
    unknown, uncovered = _not_found(own.parsed, ranked, cards, is_answered=is_answered)
    shown = [] if listing or known.replace_rows else narrowed
    close = [] if is_answered else _close(parsed, ranked, snapshot, filters)
    agreements = partial(find_agreements, candidates, asked.weighed, snapshot, filters)

    return Answer(
        question=question,
        groups=quoted_first(asked.quoted, group_rows(shown, snapshot, asked.weighed)),
        nearest=group_rows(close, snapshot, asked.weighed, most),
        agreements=list_agreements(snapshot, places)
        if listing
        else agreements(sections=sections, profile=profile),
        terms=terms_named(parsed, snapshot),
        facets=facets.count(snapshot, [item.row for item in answering], filters),
        not_found=[*unknown, *uncovered],
        uncovered=uncovered,
        did_you_mean=parsed.respelt if is_answered else None,
        stressed=parsed.stressed,
        asked=parsed.asked,
        municipality=whose_place(text, parsed, filters),
        listing=listing,
        total=len(shown),
        marks=marks,
        cards=(known if is_answered else _lacking(text, parsed, ranked, cards)).shown,
        remarks=_remarks(text, parsed, asked.bounds, snapshot, shown),
        of_field=is_of_field(text, parsed.concepts),
    )


def _asked(
    question: Question,
    whole: ParsedQuestion,
    own: Placed,
    snapshot: Snapshot,
    words: Lexicon,
    finder: Finder,
    *,
    profile: Profile,
) -> WeighedQuestion:
    of_rows = row_words(snapshot, words.base, finder, profile)
    text, parsed = own.text, own.parsed
    bounds = bounds_of(
        whole.words, snapshot, question.text, question.asked_on, profile=profile
    )

    return WeighedQuestion(
        parsed,
        _weighed(asked_about(parsed.concepts, bounds, snapshot), finder, profile),
        of_rows.hear(parsed.words),
        of_rows.kinds_named(tokenize(text)) | of_rows.kinds_named(parsed.words),
        of_rows.kinds_named(tokenize(parsed.subject())),
        bounds,
        _about(parsed.only_group(), snapshot, words),
        partial(has_kind_asked, words=parsed.words, lexicon=words),
        rows_quoted(question.text, snapshot),
        names_apart((*parsed.words, *tokenize(question.text)), words),
        named_by(tokenize(text), parsed, of_rows),
        phase_in(question.text),
    )


def _of_places(
    ranked: Sequence[Ranked], snapshot: Snapshot, chosen: Mapping[str, str]
) -> list[Ranked]:
    """The rows that what is chosen leaves, those of the municipality alone first."""
    kept = narrow_rows(ranked, snapshot, chosen)
    return of_the_place_first(kept, chosen["municipality"])


def _ranked(
    asked: WeighedQuestion, snapshot: Snapshot, finder: Finder, profile: Profile
) -> tuple[list[Candidate], list[Ranked]]:
    """What the index holds of the question, and the rows of it, best first."""
    candidates = _candidates(asked, snapshot, finder, profile)
    return candidates, rank_rows(candidates, asked, snapshot, profile=profile)


def _answering(
    asked: WeighedQuestion,
    parsed: ParsedQuestion,
    ranked: Sequence[Ranked],
    finder: Finder,
    profile: Profile,
) -> tuple[list[Ranked], Mapping[str, float]]:
    """The rows that answer, those whose very task is asked about first; and the marks
    of the first.
    """
    found, marks = answering_rows(ranked, asked, finder.size(), profile=profile)
    own = rows_named(ranked, asked, profile=profile)
    found = named_first(asked.by_name, asked_first(found, parsed), own)
    found = decided_first(found, parsed)
    return with_quoted(asked.quoted, ranked, found), marks


def _close(
    parsed: ParsedQuestion,
    ranked: Sequence[Ranked],
    snapshot: Snapshot,
    filters: Mapping[str, str],
) -> list[Ranked]:
    """What comes nearest where nothing answers."""
    near = nearest_first(ranked, nearest_task(parsed.words), snapshot)
    return narrow_rows(near, snapshot, filters)


def _remarks(
    text: str,
    parsed: ParsedQuestion,
    bounds: Bounds,
    snapshot: Snapshot,
    shown: Sequence[Ranked],
) -> list[Remark]:
    return remarks_on(
        bounds,
        snapshot.moment.pr,
        is_danger=tells_of_danger(text, parsed.words),
        is_fault=tells_of_fault(parsed.words),
        lacking=lacking_of(parsed, shown[0].judged.missing) if shown else (),
    )


def _about(group: Concept | None, snapshot: Snapshot, words: Lexicon) -> frozenset[str]:
    """The agreements whose title names the group: who asks for a group alone asks for
    what is about it, before what is for it among other things.
    """
    if group is None:
        return frozenset()
    return frozenset(
        slug
        for slug, agreement in snapshot.agreements.items()
        if agreement.answers
        and not group.index_keys.isdisjoint(
            words.index_keys_of(agreement.shown.version.title)
        )
    )


def _weighed(
    concepts: Sequence[Concept], finder: Finder, profile: Profile
) -> tuple[Weighed, ...]:
    """Each concept with its weight. A rare group or actor must be covered."""
    size = finder.size()
    rare = profile.coverage.rare * size

    weighed = []
    for concept in concepts:
        frequency = finder.frequency(concept.index_keys)
        required = _is_narrow(concept) and frequency <= rare
        counted = replace(concept, role=Role.REQUIRED) if required else concept
        heavy = weight(size, frequency, profile=profile)
        weighed.append(Weighed(counted, heavy))

    return tuple(weighed)


def _candidates(
    asked: WeighedQuestion, snapshot: Snapshot, finder: Finder, profile: Profile
) -> list[Candidate]:
    """What holds the heaviest of the words that are required, or some of them, and the
    rows that hold most of the plain words.
    """
    required = [item for item in asked.weighed if item.concept.role is Role.REQUIRED]
    heaviest = sorted(required, key=lambda item: -item.weight)
    candidates = finder.candidates(
        [item.concept.wanted for item in heaviest[: profile.limits.heaviest]],
        snapshot.answering_versions,
        enough=profile.limits.enough,
    )

    known = {(one.version_id, one.ref) for one in candidates if one.kind == ROW}
    places = snapshot.answering_places
    foremost = [
        places[name] for name in asked.heard.foremost(profile.word_weights.foremost)
    ]
    return [
        *candidates,
        *finder.rows([place for place in foremost if place not in known]),
    ]


def _is_narrow(concept: Concept) -> bool:
    """Whether the concept names a group or an actor, which may be a rare one."""
    narrow = any(facet in ("target_group", "actor") for facet, _ in concept.facets)
    return concept.role is Role.FAVOURED and narrow and bool(concept.index_keys)


def _lacking(
    text: str, parsed: ParsedQuestion, ranked: Sequence[Ranked], cards: CardTable
) -> Cards:
    """The card that tells that there is no agreement about it, where nothing answers
    and no row has all that is asked about.
    """
    held = parsed.held(ranked[0].judged.missing) if ranked else frozenset[str]()
    return cards.lacking(text, held)


def _not_found(
    parsed: ParsedQuestion,
    ranked: Sequence[Ranked],
    cards: CardTable,
    *,
    is_answered: bool,
) -> tuple[list[str], list[str]]:
    """The words that nothing knows, and of those that no row knows the ones that a card
    is asked for by; else those that are known and no row covers; where every word is
    covered by some row, those that the nearest row lacks. None where something answers,
    and no word that carries no subject, though it was read as one that does.
    """
    if is_answered:
        return [], []

    foreign = [concept.text for concept in parsed.of(Role.UNKNOWN)]
    if foreign:
        named = [text for text in foreign if cards.knows(text)]
        return [text for text in foreign if text not in named], named
    lacking = [concept.text for concept in parsed.of(Role.REQUIRED)]
    if ranked:
        lacking = list(ranked[0].judged.missing)
    return [], [text for text in lacking if not _is_light(text)]


def _is_light(text: str) -> bool:
    return all(token.exact in LIGHT for token in tokenize(text))
