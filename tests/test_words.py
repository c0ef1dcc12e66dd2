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
    "scheme": r"\b(Scheme|vocabulary|NARROWING)\b",
    "term": r"\b(Term|TermHit|confusable)\b|rules/keys\.py|intake/naming\.py"
    r"|registry/(records|catalogue|search|api|models|content|web/reader)/",
    "telling": r"\b(Telling|citizen_telling|telling_json)\b",
    "saying": r"\bSaying\b",
    # A health agreement's own text has a content as a version's has; a table keeps what
    # its column was called first.
    "content": r"\b(VersionContent|AppendixContent|version_content|content_in)\b"
    r"|\b(draft\.content|appendix_content|Asking)\b|(editorial/texts|measuring)\.py"
    r"|(models/intake|models/edition|storage/intakes|storage/editions)\.py",
    "transfer": r"\bTransfer\b",
    "gap": r"\bGap\b",
    "goal": r"\b(GOALS?|national goal)\b|models/",
    "aim": r"\b(Aim|aims_of|follow_up)\b",
    "record": r"\b(Record|Adoption|Sealing)\b|storage/triggers\.py|scripts/bench"
    r"|registry/(records|catalogue|models|content|exports|api|web)/"
    r"|search/(indexing|cards)",
    # What a deadline is counted from stands in the column `deadline_event`.
    "event": r"\b(Event|AccountEvent|AccountEntry|Recorded|event_key|account_events)\b"
    r"|language/deadline|suggest/timing\.py|models/snitflade\.py",
    "entry": r"\b(AuditEntry|AccountEntry|EntryTexts)\b"
    r"|storage/(proof|seals|trail_checks|witness)\.py",
    "profile": r"\b(PROFILE|Profile)\b|search/profile",
    "publication": r"\b(Publication|publication_of)\b",
    "reading": r"\b(db|sqlite)\b",
    "sureness": r"\bSureness\b|\b(PROFILE|profile)\.sureness\b|search\.sureness",
}
# Named by others than us: a document's list of contents, and a header of HTTP.
OF_OTHERS = re.compile(
    r"contents|content_types|max_content_length|content_dir|bad_?con"
)
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
# The names in templates and scripts that may have the word in them; `event` is the
# browser's own word in a script.
IN_PAGES = {
    **dict.fromkeys(("content", "gap", "profile", "publication", "reading"), ""),
    **dict.fromkeys(("saying", "scheme", "sureness", "telling", "token"), ""),
    **dict.fromkeys(("aim", "transfer", "witness", "choice", "told"), ""),
    "act": "act",
    "card": "card_facts",
    "entry": "trail.html:entry",
    "goal": "goal",
    "record": "record record_list",
    "term": "term",
}
# A class of these names is the one that the table tells of.
CLASS_NAMES = ("Act", "Aim", "Asked", "Choice", "Concept", "Event", "Export", "Field")
CLASS_NAMES += ("GateFinding", "Gap", "Overlap", "Profile", "Publication", "Record")
CLASS_NAMES += ("Saying", "Scheme", "Snapshot", "Telling", "Term", "Tile", "Token")


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
        for name in {path.stem, *bound_in(path)}
        if word in words_in(name)
        and not (word == "content" and OF_OTHERS.search(name.lower()))
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


def named_in_pages(path: Path) -> Iterator[str]:
    """The names that a template or a script gives to something."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        listed = re.findall(
            r"\{%-?\s*(?:for\s+([\w, ()]+?)\s+in\b|set\s+(\w+)|macro\s+(.+?)%\})", text
        )
    else:
        text = re.sub(r"//.*", "", text)
        listed = re.findall(
            r"\b(?:var|let|const|class)\s+(\w+)|\bfunction\s*(\w*\s*\([^)]*)\)"
            r"|\(([\w, ]*)\)\s*=>|(?<![\w.])(\w+)\s*=>",
            text,
        )

    yield from re.findall(r"\w+", " ".join(part for found in listed for part in found))


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
        ("scheme", "SCHEMES = ('http', 'mailto')"),
        ("term", "term = edition.until"),
        ("telling", "TELLING = frozenset(('informere',))"),
        ("saying", "def saying(key: str) -> list[int]: ..."),
        ("content", "class File:\n    content: bytes"),
        ("transfer", "def explain_transfer(moved: object) -> None: ..."),
        ("gap", "GAP = re.compile('[ ]+')"),
        ("goal", "def way(start: str, goal: str) -> None: ..."),
        ("aim", "aims = verb in STRIVING"),
        ("record", "def record(session: object) -> None: ..."),
        ("event", "EVENTS = ('INSERT', 'DELETE')"),
        ("entry", "for entry in listed: ..."),
        ("profile", "strict_profile = Markdown()"),
        ("publication", "class PublicationView: ..."),
        ("reading", "reading, writing = os.pipe()"),
        ("sureness", "sureness = matching.corrected"),
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


@pytest.mark.parametrize("word", IN_PAGES)
def test_a_name_in_a_page_has_no_word_with_another_meaning(word: str) -> None:
    wrong = {
        f"{path.name}: {name}"
        for path in (*ours(".html"), *ours(".js"))
        for name in named_in_pages(path)
        if word in words_in(name)
        and not {name, f"{path.name}:{name}"} & set(IN_PAGES[word].split())
    }

    assert wrong == set()


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("page.html", "{% for entry in listed %}", "entry"),
        ("page.html", "{%- set profile = 1 %}", "profile"),
        ("page.html", "{% macro box(reading, size) %}", "reading"),
        ("page.js", "var reading = grid.Understanding(form);", "reading"),
        ("page.js", "function show(gap) {}", "gap"),
        ("page.js", "listed.map((telling) => telling.text)", "telling"),
        ("page.js", "listed.map(aim => aim.text)", "aim"),
    ],
)
def test_a_name_in_a_page_is_seen(
    tmp_path: Path, name: str, text: str, word: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    assert word in set(named_in_pages(tmp_path / name))


@pytest.mark.parametrize("name", CLASS_NAMES)
def test_a_class_of_the_table_is_one(name: str) -> None:
    holders = [
        path.relative_to(PACKAGE).as_posix()
        for path in sources(PACKAGE)
        for node in nodes_of(path)
        if isinstance(node, ast.ClassDef) and node.name == name
    ]

    assert len(holders) == (name != "Asked"), holders
