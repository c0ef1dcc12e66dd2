"""Who a phrase names: an actor of the vocabulary, one outside it, or nobody.

Never guessed: a phrase that may be several actors is told as a question.
"""

from collections.abc import Iterable, Mapping, Sequence

from registry.suggest.lexicon import DETERMINERS
from registry.suggest.names import (
    ALSO,
    BETWEEN,
    GENERIC,
    NO_OWNERS,
    NOBODY,
    ONE_PARTY,
    ONLY_DEFINITE,
    SOMEONE,
    WORDS_OF,
    base_of,
    forms_of,
    is_post,
    name_words,
)
from registry.suggest.nouns import (
    coordinated,
    gender_of,
    is_adjective,
    is_genitive,
    is_numbered,
    is_picked,
    phrase_end,
)
from registry.suggest.pronouns import ALONE, taken_up
from registry.suggest.who import Context, Who
from registry.suggest.words import Word

Words = Sequence[Word]
EACH = frozenset({"hver", "alle", "ingen", "begge", "en", "én", "nogen"})
FURTHEST = 3  # words between an owner and what is owned


class Actors:
    """The vocabulary's actors by their names."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        for key, listed in names.items():
            whole = [form for name in listed for form in forms_of(name)]
            for name in (*whole, *ALSO.get(key, ())):
                words = tuple(base_of(w) for w in name_words(name))

                if words:
                    self._phrases.setdefault(words, key)
        self._longest = max(map(len, self._phrases), default=0)
        self._begun = frozenset(words[0] for words in self._phrases)

    def of_span(self, words: Words, span: tuple[int, int], context: Context) -> Who:
        """Whom a subject, an object or an agent names, one or several."""
        start, end = span
        keys: list[str] = []
        asked: list[str] = []
        sure = True

        for first, last in self._phrases_in(words, start, end):
            who = self._of_phrase(words, first, last, end, context)
            keys += [key for key in who.keys if key not in keys]
            asked += [who.asked] if who.asked else []
            sure = sure and who.sure
            if not who.is_someone:
                return Who()
        return Who(tuple(keys), "; ".join(asked), sure and not asked)

    def _phrases_in(self, words: Words, start: int, end: int) -> list[tuple[int, int]]:
        """The phrases side by side; a name that is of two, as «Børne- og …», is one."""
        phrases = coordinated(words, start, end)
        first = start + self._length_at(words, start, end)
        later = [one for one in phrases if one[0] >= first]
        is_one = len(phrases) - len(later) > 1
        return [(start, first), *later] if is_one else phrases

    def place_in(self, words: Words, span: tuple[int, int] | None) -> str:
        """Where it is, if a stretch begins with a place: «på hospitalet»."""
        if span is None or words[span[0]].low not in BETWEEN:
            return ""
        return next(iter({self._place(words, *span)} - {None, *NO_OWNERS}), None) or ""

    def owner_in(self, words: Words, start: int, end: int, context: Context) -> Who:
        """Whose the head of a phrase is: the doctor's in «lægens ansvar»."""
        for at in range(start, end - 1):
            if is_genitive(words[at]):
                return self.of_span(words, (start, at + 1), context)
        owner = self._owner(words, start, end)
        return Who((owner,)) if owner else Who()

    def named_in(self, words: Words, start: int, end: int, context: Context) -> None:
        """Let the context know whom a stretch names by their full names."""
        at = start
        while at < end:
            length = self._length_at(words, at, end)
            if length:
                self._remember(words, at, at + length, context)
            else:
                self._remember_owned(words, at, end, context)
            at += length or 1

    def _remember_owned(
        self, words: Words, at: int, end: int, context: Context
    ) -> None:
        """«Kommunens koordinator», «klinikken på hospitalet»: the head is whose."""
        head = base_of(words[at].low)
        if not head.endswith(SOMEONE) or head.endswith(NOBODY):
            return

        start = max(0, at - FURTHEST)
        ends = (s for s in range(start, at) if phrase_end(words, s, at + 1) == at + 1)
        start = next(ends, at)
        owner = self._owner(words, start, at + 1) or self._place(words, at + 1, end)
        if owner and owner not in NO_OWNERS:
            context.named.append((owner, head, gender_of(words, at, at + 1)))

    def _remember(self, words: Words, start: int, end: int, context: Context) -> None:
        key = self._key(words, start, end)
        head = base_of(words[end - 1].low)
        if key is None:
            return

        if end - start == 1 and head in GENERIC:
            if start and is_adjective(words[start - 1]):
                context.named.append(("", head, ""))
            return
        first = start - 1 if start and words[start - 1].low in DETERMINERS else start
        context.named.append((key, head, gender_of(words, first, end)))

    def _of_phrase(
        self, words: Words, start: int, end: int, limit: int, context: Context
    ) -> Who:
        text = " ".join(w.text for w in words[start:end])
        if longer := self._with_clause(words, start, end, limit):
            return Who((longer,))
        if end - start == 1 and words[start].low in DETERMINERS | ALONE:
            return self._of_determiner(words, end, limit, context)
        return self._of_noun(words, (start, end, limit), text, context)

    def _of_noun(
        self, words: Words, span: tuple[int, int, int], text: str, context: Context
    ) -> Who:
        """Whom a phrase with a noun names."""
        start, end, limit = span
        if words[start].low in WORDS_OF or is_numbered(words, start, end):
            return Who()
        key = self._covering(words, start, end)
        head = base_of(words[end - 1].low)
        generic = head if head in GENERIC else ""

        owner = self._owner(words, start, end)
        if key and not generic and is_post(head, key, owner):
            key = owner
        if key and not generic:
            return self._described(words, (start, end, limit), key)
        if generic:
            return self._of_generic(words, (start, end, limit), key, owner, context)
        if not head.endswith(SOMEONE) or head.endswith(NOBODY):
            return Who()
        if owner and owner not in NO_OWNERS:
            return Who((owner,))
        # The same one may have been told of with whose it is.
        whose = self._place(words, end, limit) or context.meant(head)
        return Who((whose,), sure=False) if whose else Who(asked=text, sure=False)

    def _of_generic(
        self,
        words: Words,
        span: tuple[int, int, int],
        key: str | None,
        owner: str | None,
        context: Context,
    ) -> Who:
        """Whom «lægen», «afdelingen» or «centeret» means here."""
        start, end, limit = span
        if end - start > 1 and key and self._length_of(words, start, end) > 1:
            return Who((key,))
        if is_picked(words, start, end, limit):
            text = " ".join(w.text for w in words[start:limit] if w.low != ",")
            return Who(asked=text, sure=False)
        place = self._place(words, end, limit)
        for whose in (owner, place):
            if whose and whose not in NO_OWNERS:
                return Who((whose,))

        if context.place:
            return Who((context.place,), sure=False)
        head = base_of(words[end - 1].low)
        described = any(is_adjective(w) for w in words[start : end - 1])
        # «Samme læge» is one told of before, or nobody that is known.
        known = key and not described and words[start].low != "samme"
        before = None if described else context.meant(head)
        text = " ".join(w.text for w in words[start:end])
        if before is not None:
            one = len(context.all_with(head)) == 1
            return Who((before,), sure=one) if before else Who(asked=text)
        return Who((key,), sure=False) if known and key else Who(asked=text)

    def _described(self, words: Words, span: tuple[int, int, int], key: str) -> Who:
        """An actor by name, unless a clause after «den» picks one out of several."""
        start, end, limit = span
        picked, first = is_picked(words, start, end, limit), words[start].low
        if base_of(words[end - 1].low) == "part":
            # One party, or those that something is true of, are not all of them.
            before = words[start - 1].low if start else ""
            of_one = words[end - 1].low in ONE_PARTY and not {first, before} & EACH
            is_any = self._length_of(words, start, end) == 1 or first in EACH

            if is_any and (picked or of_one):
                text = " ".join(w.text for w in words[start:limit] if w.low != ",")
                return Who(asked=text, sure=False)
        return Who((key,), sure=not picked)

    def _of_determiner(
        self, words: Words, end: int, limit: int, context: Context
    ) -> Who:
        """Whom «den», «hver af parterne» or «den, der …» means."""
        word = words[end - 1]
        if end < limit and words[end].low == "af" and word.low in EACH:
            phrases = coordinated(words, end + 1, limit)
            return self.of_span(words, phrases[0], context) if phrases else Who()

        if end < limit:
            if key := self._doing(words, end - 1, limit):
                return Who((key,), sure=False)
            text = " ".join(w.text for w in words[end - 1 : limit] if w.low != ",")
            return Who(asked=text, sure=False)
        if word.low in ALONE:
            return taken_up(word.low, context)
        return Who()

    def _doing(self, words: Words, start: int, limit: int) -> str | None:
        """Who is named only by what they do: «den, der ser dem», «der ser fejlen»."""
        said = [w.low for w in words[start:limit] if not w.is_sign]
        if len(said) != 4 or said[-1] not in ALONE | {"dem"}:
            return None
        does = tuple(map(base_of, ("den", "der", said[2])))
        keys = {key for name, key in self._phrases.items() if name[:3] == does}
        return next(iter(keys)) if len(keys) == 1 and said[0] == "den" else None

    def _covering(self, words: Words, start: int, end: int) -> str | None:
        """The actor whose name ends where the phrase does, the longest first."""
        for first in range(max(start, end - self._longest), end):
            if key := self._key(words, first, end):
                return key
        # Names follow their heads: Psykiatrisk Center Amager.
        if end - start > 1 and words[end - 1].text[:1].isupper():
            return self._covering(words, start, end - 1)
        return None

    def _length_of(self, words: Words, start: int, end: int) -> int:
        firsts = (at for at in range(start, end) if self._key(words, at, end))
        return end - next(firsts, end)

    def _key(self, words: Words, start: int, end: int) -> str | None:
        if end - start == 1 and words[start].low in ONLY_DEFINITE:
            return None
        named = tuple(base_of(w.low) for w in words[start:end] if not w.is_sign)
        return self._phrases.get(named)

    def _length_at(self, words: Words, at: int, end: int) -> int:
        if at >= end or base_of(words[at].low) not in self._begun:
            return 0
        for length in range(min(self._longest, end - at), 0, -1):
            if not words[at + length - 1].is_sign and self._key(words, at, at + length):
                return length
        return 0

    def _with_clause(
        self, words: Words, start: int, end: int, limit: int
    ) -> str | None:
        """An actor that is named by what it does: where the citizen lives."""
        for last in range(min(limit, end + 7), end, -1):
            if words[last - 1].is_sign:
                continue
            for first in (start, start + 1):
                if first < end and (key := self._key(words, first, last)):
                    return key
        return None

    def _owner(self, words: Words, start: int, end: int) -> str | None:
        """Whose the head is: kommunens, den kommunale."""
        for at in range(start, end - 1):
            word = words[at]
            if is_genitive(word):
                return self._covering(words, start, at + 1)
            if word.low in ("kommunal", "kommunale", "kommunalt"):
                return self._phrases.get(("kommune",))
        return None

    def _place(self, words: Words, end: int, limit: int) -> str | None:
        """Where they are: the doctor at the hospital."""
        if end + 1 >= limit or words[end].low not in BETWEEN:
            return None
        phrases = coordinated(words, end + 1, limit)
        return self._covering(words, *phrases[0]) if phrases else None
