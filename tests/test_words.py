"""The code's own words (CONTRIBUTING, «Kodens egne ord») mean one thing each: a name
that holds one of them is bound only where that thing is at hand.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.test_house import PACKAGE, ROOT, nodes_of, sources

MIGRATIONS = PACKAGE / "storage" / "migrations"
# What a module's path or text names where it may call something by the word.
AT_HAND = {
    # A value put into Danish by the one function that does it. The column `told` and
    # what stands on the picture of a path have kept their names (CONTRIBUTING).
    "told": r"catalogue/told\.py|models/records\.py|finding_draft\.py|class ToldField",
    "token": r"\b(Token|tokenize|index_keys)\b",
    "act": r"\b(ACTS|Act|publishing\.acts)\b",
    "witness": r"\b([Cc]heckpoint|[Ss]igner)\b",
    "card": r"\bregistry[./]search\b",
    "choice": r"\b(Choice|Scheme|schemes|vocabulary|vocabularies|actors_of)\b",
}
# The classes of a page's elements that may have the word in them.
CLASSES = {
    "told": frozenset[str](),
    "token": frozenset[str](),
    "witness": frozenset[str](),
    "choice": frozenset[str](),
    "word": frozenset({"changed-words"}),
    "card": frozenset({"knowledge-card"}),
    "act": frozenset({"act", "acts", "act-answers"}),
    "entry": frozenset(),
}


def words_in(name: str) -> frozenset[str]:
    """The words of a name, as they are and in the singular: of `ToldField` told and
    field.
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    words = re.split(r"[_-]", apart)
    return frozenset([*words, *(word.removesuffix("s") for word in words)])


def bound_in(path: Path) -> Iterator[str]:
    """The names that a module gives to something."""
    for node in nodes_of(path):
        match node:
            case ast.Name(ctx=ast.Store(), id=name):
                yield name
            case ast.Attribute(ctx=ast.Store(), attr=name):
                yield name
            case ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(asname=str(name)):
                yield name


def misnamed(word: str, paths: Iterable[Path]) -> list[str]:
    """The names with the word in modules where what it means is not at hand."""
    return sorted(
        f"{path.name}: {name}"
        for path in paths
        for name in set(bound_in(path))
        if word in words_in(name)
        and not re.search(
            AT_HAND[word], f"{path.as_posix()}\n{path.read_text('utf-8')}"
        )
    )


def ours(suffix: str) -> list[Path]:
    """The package's own files of that kind."""
    listed = PACKAGE.rglob(f"*{suffix}")
    return sorted(path for path in listed if "vendor" not in path.parts)


def classes() -> Iterator[tuple[str, Path]]:
    """Each class that a template gives an element or a stylesheet knows."""
    for path in ours(".html"):
        text = re.sub(r"\{[%{#].*?[%}#]\}", " ", path.read_text("utf-8"), flags=re.S)
        for given in re.findall(r'class="([^"]*)"', text):
            yield from ((name, path) for name in given.split())
    for path in ours(".css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        for selector in re.findall(r"([^{}]*)\{", text):
            yield from ((n, path) for n in re.findall(r"\.([A-Za-z][\w-]*)", selector))


@pytest.mark.parametrize("word", AT_HAND)
def test_a_word_is_given_only_to_what_it_means(word: str) -> None:
    paths = sources(PACKAGE, ROOT / "scripts")

    assert misnamed(word, (p for p in paths if MIGRATIONS not in p.parents)) == []


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("told", "told = ', '.join(names)"),
        ("token", "def sign_out(token: str) -> None: ..."),
        ("act", "class Entry:\n    act: str"),
        ("witness", "trail_witness = ''"),
        ("card", "for card in rows: ..."),
        ("choice", "from random import choice as first_choice"),
    ],
)
def test_a_second_meaning_is_seen(tmp_path: Path, word: str, line: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(line, "utf-8")

    assert len(misnamed(word, [module])) == 1


def test_what_a_gate_found_is_a_gate_finding() -> None:
    paths = [*sources(PACKAGE / "gates"), *ours("gate_findings.py")]
    names = {name for path in paths for name in bound_in(path)}

    found = {name for name in names if "finding" in words_in(name)}
    assert found
    assert [name for name in sorted(found) if "gate" not in words_in(name)] == []


@pytest.mark.parametrize("word", CLASSES)
def test_a_class_has_no_word_with_another_meaning(word: str) -> None:
    wrong = {
        f"{path.name}: {name}"
        for name, path in classes()
        if word in words_in(name) and name not in CLASSES[word]
    }

    assert wrong == set()
