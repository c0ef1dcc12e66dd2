"""What is indexed: one document for each row and for each section of a published
version.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from registry.catalogue.snapshot import Row, ShownVersion
from registry.catalogue.vocabulary import Vocabulary
from registry.markup.markdown_html import sections
from registry.rules.fields import ROW_FIELDS, Kind, Scheme
from registry.search.index_keys import (
    AGREEMENT_TITLE,
    HEADING,
    NEGATIVE,
    QUESTIONS,
    ROW,
    SECTION,
    TASK_LABEL,
    TEXT,
)

DENIED = re.compile(r"\((?:ingen|ikke|uden|hverken)\b[^()]*\)", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """A text to index, field by field. `ref` names it within its version; `row`: the
    one that it is.
    """

    kind: str
    version_id: int
    ref: str
    fields: Mapping[str, str]
    row: Row | None = None


def documents(version: ShownVersion, vocabulary: Vocabulary) -> Iterator[Document]:
    """The documents of one version: its rows and its sections."""
    assert version.version.id is not None
    groups = vocabulary.labels(Scheme.TARGET_GROUPS, version.version.target_groups)
    title = " · ".join([version.version.title, *groups])

    for row in version.rows:
        fields = row_texts(row, title, vocabulary)
        yield Document(ROW, version.version.id, row.snitflade.key, fields, row)

    for section in sections(version.version.body):
        if section.text.strip():
            fields = {
                HEADING: section.title,
                TEXT: section.text,
                AGREEMENT_TITLE: version.version.title,
            }
            yield Document(SECTION, version.version.id, section.anchor, fields)


def row_texts(row: Row, title: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The searched texts of a row by field; keys stand as their label and other
    names.
    """
    texts = {
        TASK_LABEL: _names(vocabulary, Scheme.TASKS, row.task_key),
        AGREEMENT_TITLE: title,
        QUESTIONS: " · ".join(vocabulary.questions_of(row.id)),
    }

    for field in ROW_FIELDS:
        value = getattr(row.snitflade, field.name)
        if not field.weight or not value:
            continue
        if field.kind in (Kind.KEY, Kind.KEYS) and field.scheme:
            keys = value if isinstance(value, list) else [value]
            texts[field.name] = " · ".join(
                _names(vocabulary, field.scheme, key) for key in keys
            )
        else:
            texts[field.name] = str(value)

    return _without_denied(texts)


def _without_denied(texts: dict[str, str]) -> dict[str, str]:
    """The texts with what a parenthesis only denies («orientere (ingen varsling)»)
    among what the row does not apply to: it is not about that.
    """
    denied = [part for text in texts.values() for part in DENIED.findall(text)]
    if not denied:
        return texts

    kept = {name: DENIED.sub("", text) for name, text in texts.items()}
    kept[NEGATIVE] = " · ".join([*filter(None, [kept.get(NEGATIVE, "")]), *denied])
    return kept


def _names(vocabulary: Vocabulary, scheme: Scheme, key: str) -> str:
    choice = vocabulary.schemes.get(scheme, {}).get(key)
    if choice is None or key in ("ikke-oplyst", "ikke-relevant"):
        return ""
    return " · ".join([choice.label, *choice.also])
