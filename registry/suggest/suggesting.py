"""Suggestions: the rows that a text's own sentences tell, for a person to decide."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from registry.suggest.action import Action
from registry.suggest.actions import Judge
from registry.suggest.actors import Actors
from registry.suggest.bare_objects import with_noun
from registry.suggest.gapped import further_agents, gapped, said_of
from registry.suggest.hearing import Hearing
from registry.suggest.inner import inner_words
from registry.suggest.labelled import FEWEST, values
from registry.suggest.labelled_rows import row_of
from registry.suggest.leads import is_whole, past_bracket, whole
from registry.suggest.lexicon import REFERS_BACK
from registry.suggest.mainclause import MainClauseReader
from registry.suggest.names import NO_OWNERS
from registry.suggest.predicate import Predicate
from registry.suggest.relative import doings_in, duty_clauses, paid_in, shared_in
from registry.suggest.roles import Roles
from registry.suggest.sentences import Sentence, headings_over, sentences
from registry.suggest.standing import Standing, standings
from registry.suggest.suggestion import Phases, Suggestion, data_of
from registry.suggest.tables import cells
from registry.suggest.task import TaskWords, held_under, situation_of
from registry.suggest.verbs import AUTHORITY, DECIDING, INFORMING
from registry.suggest.who import Context, Who
from registry.suggest.words import Word, words_of

Words = Sequence[Word]
ECONOMICS = re.compile(r"økonomi|finansi|betal|udgift|afregning", re.IGNORECASE)
NO_ROWS = re.compile(
    r"(?:f\.?\s?eks|for eksempel|eksempel|eksempelvis|fx|se|se også|jf|note)\b",
    re.IGNORECASE,
)
BACKWARDS = "backwards"
SOMEBODY = "vedkommende"
TAKEN_UP = frozenset({"gøre det", "gøre dette", "gøre det samme"})
TAKEN_OVER = frozenset({"overtage dette ansvar", "overtage ansvaret"})
LATER_TIME = Action("time", Who(), "ske", 0)
DONE, NOT_DONE = ("duty", "right", "possibility", "receipt"), ("payer", "treatment")


def suggest(
    text: str,
    actors: Mapping[str, Iterable[str]],
    phases: Mapping[str, Iterable[str]] | None = None,
) -> list[Suggestion]:
    """The rows that a text in Markdown, or a plain one, tells.

    `actors` and `phases` are the vocabulary: each key with its names. The same text
    gives the same suggestions, in the order of their sentences.
    """
    known, context = Actors(actors), Context()
    listed: list[Suggestion] = []
    over = headings_over(text)

    for sentence, standing in standings(sentences(text), over):
        if standing is Standing.GONE:
            continue

        context.begin(sentence.part)
        for said in _SentenceReader(sentence, known, context).suggestions():
            one = _taken_up(said, listed)
            one = replace(one, sure=one.sure and standing is Standing.OWN)
            if one.action_kind == LATER_TIME.kind:
                _time_before(listed, one)
            elif one.action_kind == BACKWARDS and _is_before(listed, one):
                listed[-1] = replace(
                    listed[-1], does_not_apply_to=one.does_not_apply_to
                )
            else:
                listed.append(one)

    named = Phases(phases or {})
    return [replace(one, phase=named.phase_of(one, over(one.start))) for one in listed]


def _taken_up(one: Suggestion, before: Sequence[Suggestion]) -> Suggestion:
    """«Hospitalet gør det …»: what it is stands in the row before."""
    if not _is_before(before, one):
        return one

    if one.task in TAKEN_UP:
        return replace(one, task=before[-1].task, sure=False)
    if one.task in TAKEN_OVER and before[-1].action_kind == "treatment":
        task, who = "overtage behandlingsansvaret", one.responsible
        taken = replace(one, task=task, responsible=(), treatment_responsible=who)
        return replace(taken, action_kind="treatment")

    return one


def _time_before(before: list[Suggestion], one: Suggestion) -> None:
    """«Det skal ske senest …»: by when, of the row before it."""
    if _is_before(before, one) and one.deadline and not before[-1].deadline:
        deadline, data = one.deadline, one.deadline_data
        before[-1] = replace(before[-1], deadline=deadline, deadline_data=data)


def _is_before(before: Sequence[Suggestion], one: Suggestion) -> bool:
    """Whether an exception that refers back has a row of its section to refer to."""
    return bool(before) and before[-1].section == one.section


class _SentenceReader:
    """Reads one sentence, with its lead-in where it is a point's first."""

    def __init__(self, sentence: Sentence, actors: Actors, context: Context) -> None:
        self.sentence = sentence
        self.actors = actors
        self.context = context

    def suggestions(self) -> list[Suggestion]:
        labelled = values(self.sentence.raw)
        if "task" in labelled and len(labelled) >= FEWEST:
            return [row_of(self.sentence, labelled, self.actors, self.context)]

        if head := self.sentence.head:
            said = cells(head, self.sentence.raw)
            return self._in_row(said) if said else []

        text = self.sentence.text
        is_lead = self.sentence.leads and not is_whole(text)
        if is_lead or text.endswith("?") or NO_ROWS.match(text):
            self._remember(words_of(text))
            return []

        text, by_heading = whole(self.sentence, self.actors, self.context)
        rest = past_bracket(text)
        words = words_of(rest)
        listed = list(self._of_words(words, sure=not by_heading and rest == text))
        self._remember(words)
        return listed

    def _in_row(self, said: Mapping[str, str]) -> list[Suggestion]:
        row = row_of(self.sentence, said, self.actors, self.context)
        self._remember(words_of(self.sentence.text))
        return [row]

    def _remember(self, words: Words) -> None:
        self.actors.named_in(words, 0, len(words), self.context)

    def _of_words(self, words: Words, *, sure: bool = True) -> Iterator[Suggestion]:
        reader = MainClauseReader(words)
        predicates = reader.predicates()
        roles = Roles(words, self.actors, self.context)
        hearing = Hearing(words, self.actors, self.context)
        is_economics = bool(ECONOMICS.search(self.sentence.section))
        judge = Judge(words, roles, is_economics=is_economics)

        for number, predicate in enumerate(predicates):
            if number:
                before = predicate.subject or (predicate.finite, predicate.finite)
                self._remember(words[: min(before[0], predicate.finite)])
            inner = inner_words(words, predicate, self.actors, self.context)
            if inner and predicate.negated:  # «det er ikke kommunen, der …»
                continue
            if inner:
                under = self._of_words(inner, sure=False)
                yield from held_under(words, predicate, under)
                continue
            who = hearing.subject(predicate)
            others = gapped(words, predicate, roles)
            by_others = further_agents(words, predicate, roles)

            action = judge.action(predicate, who)
            if action and action.kind == "exception" and predicate.subject:
                start, end = predicate.subject
                if end - start == 1 and words[start].low in REFERS_BACK:
                    action = replace(action, kind=BACKWARDS)
            apart = list(self._apart(words, predicate))

            if action:
                full, action = with_noun(words, predicate, action, roles)
                yield self._suggestion(full, predicate, action, roles, sure)
            elif _is_about_time(words, predicate):
                yield self._suggestion(words, predicate, LATER_TIME, roles, False)
            hearing.heard(predicate, who)

            yield from apart
            more = [said_of(words, predicate, rest) for rest in others if action]
            for text in (*more, *by_others):
                yield from self._of_words(words_of(text), sure=sure)

    def _apart(self, words: Words, predicate: Predicate) -> Iterator[Suggestion]:
        """What relative clauses tell of others; the predicate is without it then."""
        heard = self.context.kept()

        for clause in duty_clauses(words, predicate.subs):
            who = self.actors.of_span(words, clause.about, self.context)
            if not who.keys or set(who.keys) & NO_OWNERS:
                continue
            inner = self._of_words(words_of(clause.words(words)), sure=clause.sure)
            of_others = [one for one in inner if one.responsible or one.payer]
            if of_others:
                predicate.apart |= frozenset(clause.subs)
            yield from held_under(words, predicate, of_others)

        for about, sub, said in doings_in(words, predicate.subs):
            if self.actors.of_span(words, about, self.context).is_someone:
                continue
            # Who does it is not what stands before: somebody is to be asked about.
            doings = list(self._of_words(words_of(f"{SOMEBODY} {said}"), sure=False))
            predicate.apart |= frozenset({sub}) if doings else frozenset()
            open_ = [replace(one, asked="hvem") for one in doings]
            yield from held_under(words, predicate, open_)

        shared = shared_in(words, predicate.verb, predicate.subs)
        for text in (*paid_in(words, predicate.subs), *shared):
            inner = self._of_words(words_of(text), sure=False)
            yield from (one for one in inner if one.payer)

        self.context.take_back(heard)

    def _suggestion(
        self,
        words: Words,
        predicate: Predicate,
        action: Action,
        roles: Roles,
        sure: bool,
    ) -> Suggestion:
        task = TaskWords(words, predicate, action)
        deadline = task.deadline
        verb = roles_verb(action)
        negated = predicate.negated or action.kind in ("exception", BACKWARDS)
        keys = action.who.keys
        denied = predicate.negated and action.kind not in ("exception", BACKWARDS)
        # Who does not pay is no payer.
        kind = "duty" if predicate.negated and action.kind in NOT_DONE else action.kind
        informed = self._informed(words, predicate, action, roles)
        decides = not denied and _decides(action, verb, task.text)
        is_sure = sure and action.sure and action.who.sure and not action.who.asked

        return Suggestion(
            sentence=self.sentence.raw,
            start=self.sentence.start,
            section=self.sentence.section,
            task=task.text,
            situation=situation_of(words, predicate, task.times),
            responsible=keys if kind in DONE else (),
            contributes=()
            if denied
            else _less(roles.contributes(predicate, verb), keys),
            informed=() if denied else _less(informed, keys),
            authority=keys if decides else (),
            payer=keys if kind == "payer" else (),
            treatment_responsible=keys if kind == "treatment" else (),
            deadline=deadline,
            deadline_data=data_of(deadline),
            does_not_apply_to=task.excepted if negated else task.set_aside,
            sure=is_sure and not predicate.is_touched,
            asked=action.who.asked,
            action_kind=action.kind,
            denied=denied,
        )

    def _informed(
        self, words: Words, predicate: Predicate, action: Action, roles: Roles
    ) -> tuple[str, ...]:
        """Who is told: in the passive, and of what is to be got, the subject."""
        less = action.less
        start = less[1] if less and less[0] == action.start else action.start

        informed = roles.informed(predicate, roles_verb(action), start)
        if predicate.subject and (
            action.kind == "receipt" or (action.about and action.verb in INFORMING)
        ):
            who = self.actors.of_span(words, predicate.subject, self.context)
            informed = (*who.keys, *informed)

        return tuple(dict.fromkeys(informed))


def _is_about_time(words: Words, predicate: Predicate) -> bool:
    """Whether only the time of what was told before is said: «det sker senest …»."""
    subject, verb = predicate.subject, words[predicate.verb]
    is_it = subject is not None and words[subject[0]].low in ("det", "dette")
    alone = subject is not None and subject[1] - subject[0] == 1
    return is_it and alone and "ske" in (verb.low, verb.present)


def roles_verb(action: Action) -> str:
    """The verb that says what the other actors are to the action."""
    return action.verb.split(" ", maxsplit=1)[0]


def _decides(action: Action, verb: str, task: str) -> bool:
    """Whether the action is an authority's decision."""
    takes = verb == "træffe" and "afgørelse" in task
    return action.kind == "duty" and (verb in DECIDING or takes or AUTHORITY in task)


def _less(keys: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in other)
