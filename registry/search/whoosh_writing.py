"""Writing documents into a Whoosh index as ours need it, in a third of the time that
Whoosh alone takes.

Our postings are of one kind: a document holds a key or does not. Whoosh sorts one
object for each of them, in files, and asks the disk about each whether the document's
length is known. Here they are gathered by key and written a block at a time.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
from whoosh.index import Index
from whoosh.writing import SegmentWriter

Posting = tuple[str, bytes, int, float, bytes | None]


class Gathered:
    """Postings by field and key, in place of Whoosh's pool, which sorts them one by
    one.
    """

    def __init__(self) -> None:
        self._documents: dict[tuple[str, bytes], array[int]] = {}

    def add(self, posting: Posting) -> None:
        """Take one posting: a key in a field of a document."""
        name, key, document, _weight, _value = posting
        held = self._documents.get((name, key))
        if held is None:
            held = self._documents[name, key] = array("I")
        held.append(document)

    def iter_postings(self) -> Iterator[tuple[str, bytes, "array[int]"]]:
        """The keys of each field in their order, with the documents that hold it."""
        for name, key in sorted(self._documents):
            held = self._documents[name, key]
            yield name, key, array("I", sorted(held))

    def cleanup(self) -> None:
        """Forget them; Whoosh asks for it when they are written."""
        self._documents.clear()


class BlockWriter(W3PostingsWriter):  # type: ignore[misc]
    """A key's documents, written a block at a time."""

    _blocklimit: int
    _ids: "array[int]"
    _weights: "array[float]"
    _maxweight: float

    def add_documents(self, documents: "array[int]") -> None:
        """The documents of the key that was begun, in order of their numbers."""
        for start in range(0, len(documents), self._blocklimit):
            if start:
                self._write_block()
            self._ids = documents[start : start + self._blocklimit]
            self._weights = array("f", [1.0]) * len(self._ids)
            self._maxweight = 1.0


class FieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Takes gathered postings."""

    _postwriter: BlockWriter

    def add_postings(
        self,
        schema: Any,
        _lengths: object,
        items: Iterable[tuple[str, bytes, "array[int]"]],
    ) -> None:
        """Write gathered postings; they come sorted by field and key."""
        for name, keys in groupby(items, key=lambda item: item[0]):
            self.start_field(name, schema[name])
            for _, key, documents in keys:
                self.start_term(key)
                self._postwriter.add_documents(documents)
                self.finish_term()
            self.finish_field()


class Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own form on disk, written by blocks."""

    # No field of ours is scored, so that no document's length is kept.
    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """Whoosh asks for it, one for each segment."""
        return FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> BlockWriter:
        """Whoosh asks for it, one for each file of postings."""
        return BlockWriter(
            dbfile,
            blocklimit=self._blocklimit,
            byteids=byteids,
            compression=self._compression,
            inlinelimit=self._inlinelimit,
        )


class Writer(SegmentWriter):  # type: ignore[misc]
    """A writer of a new segment. Raises whoosh.index.LockError where another writes."""

    pool: Gathered
    docnum: int
    schema: Any
    perdocwriter: Any

    def __init__(self, opened: Index) -> None:
        super().__init__(opened, codec=Codec())
        self.pool = Gathered()

    def add_candidate(
        self, keys: Mapping[str, Iterable[str]], stored: Mapping[str, Any]
    ) -> None:
        """A document by the keys of each field that is searched, and by what is kept
        of it.
        """
        self.perdocwriter.start_doc(self.docnum)

        for name, held in keys.items():
            for key in held:
                self.pool.add((name, key.encode(), self.docnum, 1.0, None))
        for name, value in stored.items():
            self.perdocwriter.add_field(name, self.schema[name], value, 0)

        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1
