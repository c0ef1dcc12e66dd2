"""What is indexed: one document for each row and for each section of a published version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from registry.fields import ROW_FIELDS, Kind, Scheme
from registry.render import sections
from registry.search.weights import AGREEMENT_TITLE, HEADING, TASK_LABEL, TEXT
from registry.snapshot import Row, ShownVersion, Vocabulary

ROW, SECTION = "row", "section"


@dataclass(frozen=True)
class Document:
    """A text to index, field by field. `ref` names it within its version."""

    kind: str
    version_id: int
    ref: str
    fields: Mapping[str, str]
    task_key: str = ""


def documents(version: ShownVersion, vocabulary: Vocabulary) -> Iterator[Document]:
    """The documents of one version: its rows and its sections."""
    assert version.version.id is not None
    groups = vocabulary.labels(Scheme.TARGET_GROUPS, version.version.target_groups)
    title = " · ".join([version.version.title, *groups])
    for row in version.rows:
        fields = row_texts(row, title, vocabulary)
        yield Document(ROW, version.version.id, row.snitflade.key, fields, row.task_key)
    for section in sections(version.version.body):
        if section.text.strip():
            fields = {
                HEADING: section.title,
                TEXT: section.text,
                AGREEMENT_TITLE: version.version.title,
            }
            yield Document(SECTION, version.version.id, section.anchor, fields)


def row_texts(row: Row, title: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The searched texts of a row by field; keys stand as their label and other names."""
    texts = {TASK_LABEL: _names(vocabulary, Scheme.TASKS, row.task_key), AGREEMENT_TITLE: title}
    for field in ROW_FIELDS:
        value = getattr(row.snitflade, field.name)
        if not field.weight or not value:
            continue
        if field.kind in (Kind.KEY, Kind.KEYS) and field.scheme:
            keys = value if isinstance(value, list) else [value]
            texts[field.name] = " · ".join(_names(vocabulary, field.scheme, key) for key in keys)
        else:
            texts[field.name] = str(value)
    return texts


def _names(vocabulary: Vocabulary, scheme: Scheme, key: str) -> str:
    word = vocabulary.schemes.get(scheme, {}).get(key)
    if word is None or key in ("ikke-oplyst", "ikke-relevant"):
        return ""
    return " · ".join([word.label, *word.also])
