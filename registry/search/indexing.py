"""Keeping the index in step with the database: what stands in it, and when it is made
anew.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from sqlmodel import SQLModel

from registry.catalogue.snapshot import ShownVersion, Snapshot
from registry.catalogue.vocabulary import Vocabulary
from registry.models import Rekeying
from registry.search.documents import Document, documents
from registry.search.engine import Candidate, Engine
from registry.search.index_keys import TASK, TASK_LABEL
from registry.search.lexicon import Lexicon
from registry.search.lexicons import lexicon_of
from registry.search.profile import PROFILE, Profile
from registry.search.said import said_by

_ANALYSIS = (
    "language/citations.py",
    "language/codes.py",
    "language/danish.py",
    "language/foreign.py",
    "language/lengths.py",
    "language/months.py",
    "language/numbers.py",
    "language/shorthand.py",
    "language/units.py",
    "language/word_lists.py",
    "language/words/english.txt",
    "language/words/everyday.txt",
    "language/words/light.txt",
    "language/words/norwegian.txt",
    "language/words/ordinary.txt",
    "language/words/shared.txt",
    "language/words/shorthand.txt",
    "language/words/swedish.txt",
    "markup/small.py",
    "markup/visible_words.py",
    # Which fields of a row are indexed.
    "rules/fields.py",
    "search/compounds.py",
    "search/documents.py",
    "search/indexing.py",
    "search/lexicon.py",
    "search/lexicons.py",
    "search/phrases.py",
    "search/said.py",
    "search/index_keys.py",
)
MOST_TEXTS = 4096


def _analysis_version() -> str:
    """Changes with the analysis, so that an index made by another one is made anew."""
    folder = Path(__file__).parents[1]
    code = b"".join((folder / name).read_bytes() for name in _ANALYSIS)
    return hashlib.sha256(code).hexdigest()[:16]


ANALYSIS_VERSION = _analysis_version()


def expected_stamp(snapshot: Snapshot, *, profile: Profile = PROFILE) -> str:
    """What the index of this catalogue is stamped: analysis and vocabulary, then its
    versions.
    """
    basis = hashlib.sha256(ANALYSIS_VERSION.encode())
    basis.update(repr(profile.analysis).encode())
    for choice in snapshot.vocabulary.asked:
        basis.update(
            repr((choice.scheme, choice.key, choice.label, choice.also)).encode()
        )
    for term in snapshot.terms.values():
        basis.update(_in_order(term).encode())
    for record in snapshot.records[Rekeying]:
        basis.update(record.ref.encode())

    marks = sorted(_mark(version) for version in _versions(snapshot))
    return f"{basis.hexdigest()[:16]}|{','.join(marks)}"


def holds(stamp: str, wanted: str) -> bool:
    """Whether an index of the one stamp has all that one of the other would have."""
    basis, _, marks = stamp.partition("|")
    wanted_basis, _, wanted_marks = wanted.partition("|")
    return basis == wanted_basis and set(wanted_marks.split(",")) <= set(
        marks.split(",")
    )


def bring_up_to_date(
    engine: Engine,
    snapshot: Snapshot,
    present: str | None,
    *,
    profile: Profile = PROFILE,
    lexicon: Lexicon | None = None,
) -> bool:
    """Add the versions that the index lacks; make it anew where anything else differs.
    `present`: the stamp of the index; none: make it anew, whatever is there. `lexicon`:
    that of the snapshot's vocabulary, where it is made already.

    Returns False where another process wrote meanwhile, and nothing was written.
    """
    expected = expected_stamp(snapshot, profile=profile)
    if present == expected:
        return True

    basis, _, marks = (present or "").partition("|")
    indexed = set(marks.split(",")) - {""}
    wanted = {_mark(version): version for version in _versions(snapshot)}
    grown = basis == expected.partition("|")[0] and indexed and indexed <= set(wanted)

    missing = [v for mark, v in wanted.items() if not grown or mark not in indexed]
    listed = [
        doc for version in missing for doc in documents(version, snapshot.vocabulary)
    ]
    # What a document is found by does not depend on the words of the others.
    words = lexicon or lexicon_of(snapshot, {}, profile=profile)
    analysed = _candidates(listed, words, snapshot.vocabulary)

    if grown:
        return engine.add(analysed, expected, present or "")
    return engine.rebuild(analysed, expected, present)


def analysed_documents(snapshot: Snapshot) -> list[Candidate]:
    """What an index made anew holds: every document of the catalogue with its
    keys.
    """
    listed = [d for v in _versions(snapshot) for d in documents(v, snapshot.vocabulary)]
    return list(_candidates(listed, lexicon_of(snapshot, {})))


def _versions(snapshot: Snapshot) -> Iterator[ShownVersion]:
    for agreement in snapshot.agreements.values():
        yield from agreement.versions


def _mark(version: ShownVersion) -> str:
    if version not in _MARKS:
        _MARKS[version] = _made_mark(version)
    return _MARKS[version]


# A version is never changed, and is marked once.
_MARKS: WeakKeyDictionary[ShownVersion, str] = WeakKeyDictionary()


def _made_mark(version: ShownVersion) -> str:
    seen = (
        version.version.id,
        version.slug,
        version.number,
        version.version.recorded_at,
        version.version.title,
        [(row.task_key, _in_order(row.snitflade)) for row in version.rows],
        version.version.target_groups,
        hash_of(version.version.body),
    )

    return hash_of(repr(seen))


def _in_order(item: SQLModel) -> str:
    """An item's values, by name: a loaded item gives them in another order in each
    process.
    """
    values = item.model_dump(exclude={"id", "version_id", "recorded_at"})
    return repr(sorted(values.items()))


def hash_of(text: str) -> str:
    """Twelve letters that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _candidates(
    listed: Iterable[Document], words: Lexicon, counted_by: Vocabulary | None = None
) -> Iterator[Candidate]:
    """The documents as they are put into an index. `counted_by`: what rows say is
    counted too, by this vocabulary.
    """
    # A title stands with every row of its agreement, a label with many rows.
    read = lru_cache(maxsize=MOST_TEXTS)(words.index_keys_of)
    for document in listed:
        index_keys = {name: read(text) for name, text in document.fields.items()}
        row, said = document.row, None
        if row and row.task_key:
            index_keys[TASK_LABEL] = index_keys[TASK_LABEL] | {TASK + row.task_key}
        if row and counted_by:
            said = said_by(row, counted_by, words)
        owner, ref = document.version_id, document.ref
        yield Candidate(document.kind, owner, ref, index_keys, said)
