"""What the offline copy searches by: the catalogue's words and rows, the language, the rules."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from registry.fields import Scheme
from registry.search import ask, language, lexicon, question, rank, readwords
from registry.search.agreement_hits import COVERED_HALF, MOST_AGREEMENTS
from registry.search.danish import SHORTEST_DERIVED_STEM, fold
from registry.search.documents import ROW
from registry.search.engine import Entry
from registry.search.indexing import analysed_documents
from registry.search.indexing import lexicon as lexicon_of
from registry.search.lexicon import EXACT, STEM, Lexicon
from registry.search.phrases import Phrases
from registry.search.weights import TASK_LABEL, WEIGHTS
from registry.snapshot import Row, Snapshot

# Fields that a question word may ask for: a row that states the one asked for stands higher.
ASKED_FOR = tuple(sorted({name for name in language.QUESTION_WORDS.values() if name}))
# The numbers of the rule that answers and of the order, by the names they have in the script.
NUMBERS: Mapping[str, float] = {
    "corrected": readwords.SURENESS_CORRECTED,
    "coveredEnough": ask.COVERED_ENOUGH,
    "coveredHalf": COVERED_HALF,
    "coveredWhole": ask.COVERED_WHOLE,
    "enough": ask.ENOUGH_CANDIDATES,
    "facet": rank.FACET,
    "favour": rank.FAVOUR,
    "leastFavoured": rank.LEAST_FAVOURED,
    "light": rank.LIGHT,
    "longestInflection": readwords.LONGEST_INFLECTION,
    "mostAgreements": MOST_AGREEMENTS,
    "narrower": question.SURENESS_NARROWER,
    "nearestGroups": ask.NEAREST_GROUPS,
    "often": lexicon.OFTEN,
    "otherGroup": rank.OTHER_GROUP,
    "ownWords": rank.OWN_WORDS,
    "rare": ask.RARE,
    "sameSector": rank.SAME_SECTOR,
    "shortestDerived": SHORTEST_DERIVED_STEM,
    "shortestHalf": readwords.SHORTEST_HALF,
    "shortestJoined": lexicon.SHORTEST_JOINED,
    "shortestLight": rank.SHORTEST_LIGHT,
    "shortestLightPart": lexicon.SHORTEST_LIGHT_PART,
    "shortestMisspelt": lexicon.SHORTEST_MISSPELT,
    "shortestPart": lexicon.SHORTEST_PART,
    "shortestSubject": question.SHORTEST_SUBJECT,
    "stated": rank.STATED,
    "topWeight": rank.TOP_WEIGHT,
    "wordByWord": rank.WORD_BY_WORD,
}


def search_data(snapshot: Snapshot) -> dict[str, Any]:
    """Everything the script searches by, as JSON values; the same catalogue gives the same.

    `tokens`: each index token with the number of documents it stands in. Documents name tokens by
    their place there, and facets by their place in `facets`.
    """
    entries = analysed_documents(snapshot)
    counted = Counter(t for e in entries for t in frozenset[str]().union(*e.tokens.values()))
    tokens = sorted(counted)
    words = {t.removeprefix(EXACT): counted[t] for t in tokens if t.startswith(EXACT)}
    stems = [t.removeprefix(STEM) for t in tokens if t.startswith(STEM)]
    documents = _Documents(snapshot, tokens)
    return {
        "size": len(entries),
        "tokens": [[token, counted[token]] for token in tokens],
        "documents": [documents.row_or_section(entry) for entry in documents.shown(entries)],
        "facets": list(documents.facets.values()),
        "sectors": {
            word.key: word.sector for word in snapshot.vocabulary.schemes[Scheme.ACTORS].values()
        },
        "lexicon": _lexicon(lexicon_of(snapshot, words, stems), words),
        "language": _language(),
        "rules": {"numbers": NUMBERS, "weights": WEIGHTS, "levels": lexicon.LEVELS, **_names()},
    }


class _Documents:
    """The documents of the versions that answer, as the script judges them."""

    def __init__(self, snapshot: Snapshot, tokens: Iterable[str]) -> None:
        self._snapshot = snapshot
        self._places = {token: at for at, token in enumerate(tokens)}
        self._agreements = {
            agreement.shown.version.id: agreement.slug
            for agreement in snapshot.agreements.values()
            if agreement.answers
        }
        self.facets: dict[str, dict[str, list[str]]] = {}
        self._numbers: dict[str, int] = {}

    def shown(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of the versions that answer, in an order that no database decides."""
        answering = [entry for entry in entries if entry.version_id in self._agreements]
        return sorted(answering, key=lambda e: (self._agreements[e.version_id], e.kind, e.ref))

    def row_or_section(self, entry: Entry) -> dict[str, Any]:
        """`id` is where the page shows it."""
        agreement = self._agreements[entry.version_id]
        row = self._snapshot.answering_by_version.get((entry.version_id, entry.ref))
        fields = {
            name: sorted(self._places[token] for token in found)
            for name, found in sorted(entry.tokens.items())
            if found
        }
        document = {"id": f"{agreement}.{entry.ref}", "agreement": agreement, "fields": fields}
        if entry.kind == ROW and row is not None:
            document |= self._row(row)
        return document

    def _row(self, row: Row) -> dict[str, Any]:
        return {
            "task": row.task_key,
            "facets": self._facets(row),
            "states": [name for name in ASKED_FOR if ask.states(row, name)],
            "figure": ask.gives_figure(row),
        }

    def _facets(self, row: Row) -> int:
        """Rows of one agreement mostly share theirs: each set is written once."""
        found = {name: sorted(values) for name, values in sorted(row.facets.items()) if values}
        name = repr(found)
        self.facets.setdefault(name, found)
        return self._numbers.setdefault(name, len(self._numbers))


def _lexicon(made: Lexicon, words: Mapping[str, int]) -> dict[str, Any]:
    return {
        "words": sorted(made.known - set(words)),
        "stems": sorted(made.stems),
        "ownStems": sorted(made.own_stems),
        "phrases": _phrases(made.question_phrases),
        "misspelt": _phrases(made.misspelt),
    }


def _phrases(phrases: Phrases) -> list[list[Any]]:
    """Each phrase: its stems, index tokens, facets, terms, and whether it is a narrower word."""
    return sorted(
        [
            " ".join(stems),
            sorted(meaning.tokens),
            [list(facet) for facet in meaning.facets],
            list(meaning.terms),
            meaning.narrower,
        ]
        for stems, meaning in phrases
    )


def _language() -> dict[str, Any]:
    """Word lists of Danish. Ordered pairs where the order decides which ending is taken."""
    return {
        "numberWords": language.NUMBER_WORDS,
        "units": language.UNITS,
        "months": language.MONTHS,
        "derivedEndings": language.DERIVED_ENDINGS,
        "irregularEndings": list(language.IRREGULAR_ENDINGS.items()),
        "irregular": language.IRREGULAR,
        "inflections": lexicon.INFLECTIONS,
        "asking": lexicon.ASKING,
        "light": sorted(lexicon.LIGHT),
        "lightStems": sorted(lexicon.LIGHT_STEMS),
        "bare": sorted(readwords.BARE),
        "empty": sorted(question.EMPTY),
        "figure": sorted(fold(word) for word in language.FIGURE_WORDS),
        "choice": sorted(language.CHOICE_WORDS),
        "difference": sorted(language.DIFFERENCE_WORDS),
        "listing": sorted(language.LISTING_WORDS),
        "links": lexicon.LINKS,
        "shortWords": sorted(lexicon.SHORT_WORDS),
        "unitWords": readwords.UNIT_WORDS,
    }


def _names() -> dict[str, Any]:
    return {
        "taskLabel": TASK_LABEL,
        "negativeField": rank.NEGATIVE_FIELD,
        "places": question.PLACES,
        "listingTerms": sorted(question.LISTING_TERMS),
    }
