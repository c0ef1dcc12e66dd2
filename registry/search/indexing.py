"""Keeping the index in step with the database: what stands in it, and when it is made anew."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlmodel import SQLModel

from registry.models import Rekeying
from registry.search.danish import tokenize
from registry.search.documents import Document, documents
from registry.search.engine import Engine, Entry
from registry.search.lexicon import TASK, Lexicon
from registry.search.weights import TASK_LABEL
from registry.snapshot import ShownVersion, Snapshot

_ANALYSIS = (
    "danish.py",
    "documents.py",
    "indexing.py",
    "language.py",
    "lexicon.py",
    "phrases.py",
    "words/light.txt",
    "words/ordinary.txt",
)


def _analysis_version() -> str:
    """Changes with the analysis, so that an index made by another one is made anew."""
    folder = Path(__file__).parent
    code = b"".join((folder / name).read_bytes() for name in _ANALYSIS)
    return hashlib.sha256(code).hexdigest()[:16]


ANALYSIS_VERSION = _analysis_version()


def expected_stamp(snapshot: Snapshot) -> str:
    """What the index of this catalogue is stamped: analysis and vocabulary, then its versions."""
    basis = hashlib.sha256(ANALYSIS_VERSION.encode())
    for scheme in snapshot.vocabulary.schemes.values():
        for word in scheme.values():
            basis.update(repr((word.scheme, word.key, word.label, word.also)).encode())
    for term in snapshot.terms.values():
        basis.update(_in_order(term).encode())
    for record in snapshot.records[Rekeying]:
        basis.update(record.ref.encode())
    marks = sorted(_mark(version) for version in _versions(snapshot))
    return f"{basis.hexdigest()[:16]}|{','.join(marks)}"


def bring_up_to_date(engine: Engine, snapshot: Snapshot, present: str) -> None:
    """Add the versions that the index lacks; make it anew where anything else differs."""
    expected = expected_stamp(snapshot)
    if present == expected:
        return
    basis, _, marks = present.partition("|")
    indexed = set(marks.split(",")) - {""}
    wanted = {_mark(version): version for version in _versions(snapshot)}
    grown = basis == expected.partition("|")[0] and indexed and indexed <= set(wanted)
    missing = [v for mark, v in wanted.items() if not grown or mark not in indexed]
    listed = [doc for version in missing for doc in documents(version, snapshot.vocabulary)]
    words = Counter(engine.words()) if grown else Counter()
    stems = set(engine.stems()) if grown else set()
    stems.update(_stems(listed))
    words.update(_words(listed))
    analysed = _entries(listed, lexicon(snapshot, words, stems))
    if grown:
        engine.add(analysed, expected)
    else:
        engine.rebuild(analysed, expected)


def analysed_documents(snapshot: Snapshot) -> list[Entry]:
    """What an index made anew holds: every document of the catalogue with its tokens."""
    listed = [d for v in _versions(snapshot) for d in documents(v, snapshot.vocabulary)]
    return list(_entries(listed, lexicon(snapshot, _words(listed), _stems(listed))))


def lexicon(snapshot: Snapshot, words: Mapping[str, int], stems: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a catalogue whose documents hold these words and stems."""
    vocabulary = [w for scheme in snapshot.vocabulary.schemes.values() for w in scheme.values()]
    made = Lexicon(snapshot.terms.values(), vocabulary, words, stems)
    for municipality in snapshot.municipalities():
        made.add_place("municipality", municipality.slug, municipality.name)
    return made


def _versions(snapshot: Snapshot) -> Iterator[ShownVersion]:
    for agreement in snapshot.agreements.values():
        yield from agreement.versions


def _mark(version: ShownVersion) -> str:
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
    """An item's values, by name: a loaded item gives them in another order in each process."""
    values = item.model_dump(exclude={"id", "version_id", "recorded_at"})
    return repr(sorted(values.items()))


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _words(listed: Iterable[Document]) -> Counter[str]:
    """In how many documents each word stands."""
    counted: Counter[str] = Counter()
    for document in listed:
        counted.update({t.exact for text in document.fields.values() for t in tokenize(text)})
    return counted


def _stems(listed: Iterable[Document]) -> set[str]:
    texts = (text for document in listed for text in document.fields.values())
    return {token.stem for text in texts for token in tokenize(text)}


def _entries(listed: Iterable[Document], words: Lexicon) -> Iterator[Entry]:
    for document in listed:
        tokens = {name: words.document_tokens(text) for name, text in document.fields.items()}
        if document.task_key:
            tokens[TASK_LABEL] |= {TASK + document.task_key}
        yield Entry(document.kind, document.version_id, document.ref, tokens)
