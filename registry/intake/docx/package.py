"""The parts of a Word file, and what they refer to."""

import posixpath
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote
from xml.parsers import expat


class Relation(NamedTuple):
    """What a part refers to. `kind` is the last word of its type, in small letters."""

    kind: str
    target: str
    external: bool


class Outside(NamedTuple):
    """What a part would have had fetched from elsewhere, by the key of its relation.
    Nothing is ever fetched: the file is read without it.
    """

    part: str
    key: str
    kind: str
    target: str


class Package:
    """The parts of a Word file that has passed every check. `main` is the document
    itself; `outside` and `has_macros` say what it is read without.
    """

    def __init__(
        self,
        parts: Mapping[str, bytes],
        main: str,
        outside: Sequence[Outside] = (),
        has_macros: bool = False,
    ) -> None:
        self._parts, self.main = parts, main
        self.outside, self.has_macros = outside, has_macros

    def read(self, name: str) -> bytes | None:
        """A part; None where there is none of that name."""
        return self._parts.get(name)

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; the targets inside the file are names of
        parts.
        """
        return relations_of(self._parts, name)

    def related(self, name: str, kind: str) -> list[str]:
        """The parts of one kind that a part refers to."""
        relations = self.relations(name).values()
        return [
            r.target for r in relations if r.kind == kind and r.target in self._parts
        ]


def part_name(written: str) -> str:
    """A part's name as it is known by: the standard tells no small letters from
    capitals, and some programs write the names with backslashes.
    """
    return written.replace("\\", "/").casefold()


def relations_of(parts: Mapping[str, bytes], name: str) -> dict[str, Relation]:
    """What the part of that name refers to, by id; "" is the file as a whole."""
    folder, file = posixpath.split(part_name(name))
    written = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    relations: dict[str, Relation] = {}

    for attributes in elements(written, "Relationship"):
        kind = attributes.get("Type", "").rstrip("/").rsplit("/", 1)[-1].lower()
        external = attributes.get("TargetMode", "").strip().lower() == "external"
        target = attributes.get("Target", "")
        if not external:
            inside = posixpath.join("/", folder, part_name(unquote(target)))
            target = posixpath.normpath(inside).lstrip("/")
        relations[attributes.get("Id", "")] = Relation(kind, target, external)

    return relations


def elements(written: bytes | None, tag: str) -> list[dict[str, str]]:
    """The attributes of a small part's elements of one name; of none for no part."""
    attribute_sets: list[dict[str, str]] = []
    if written is None:
        return attribute_sets

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rsplit(" ", 1)[-1] == tag:
            attribute_sets.append(attributes)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.Parse(written, True)
    return attribute_sets
