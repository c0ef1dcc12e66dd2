"""The gates of a version's own sentences: what they lay on somebody, and what rows say.

A reading of running text may be wrong, so none of these stops a version.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from registry.gates.gate import WARNING, GateHits, Surroundings, gate, main
from registry.gates.placeholders import is_placeholder
from registry.gates.rows import named, place
from registry.rules.fields import BODY, THREE_FIELDS
from registry.rules.version_content import VersionContent
from registry.suggest.coverage import key_of, row_that_says, says_of
from registry.suggest.sentences import parts_of, readable
from registry.suggest.suggestion import Suggestion

TEXTS = (*THREE_FIELDS, BODY)
LONGEST = 120  # letters of a sentence that is told


@gate(
    "pligt-uden-snitflade",
    WARNING,
    "«{field}»: {count} af {total} sikre pligter i teksten har ingen snitflade, fx: "
    "«{sentence}» Antag eller afvis forslagene.",
)
def duty_without_row(content: VersionContent, around: Surroundings) -> GateHits:
    """A sentence lays a duty on somebody, and no row says it. Refused ones are none."""
    for field in TEXTS:
        duties = _duties(content.values[field.name], around)

        lacking = [
            one
            for one in duties
            if key_of(one) not in around.accepted
            and not row_that_says(one, content.rows)
        ]

        if lacking:
            sentence = readable(lacking[0].sentence)
            yield (
                main(field.name),
                {
                    "field": field.label,
                    "count": str(len(lacking)),
                    "total": str(len(duties)),
                    "sentence": _short(sentence),
                    "quote": lacking[0].sentence,
                },
            )


@gate(
    "snitflade-uden-saetning",
    WARNING,
    "«{task}»: Afsnittet «{section}» siger intet om det. Vælg afsnittet, hvor det "
    "står, eller skriv det i teksten.",
    many="{count} snitflader står i et afsnit, som intet siger om dem",
)
def row_without_sentence(content: VersionContent, around: Surroundings) -> GateHits:
    """No word of weight of the task stands in the section that the row names, nor of
    what the row is not for: «aftalen gælder ikke for …» says no task. A row without a
    section has a gate of its own.
    """
    texts = _sections(content.values)
    for row in content.rows:
        section = " ".join(row["section"].split())
        text = texts.get(section)
        if not text or is_placeholder(row["task"]):
            continue
        said = f"{section} {text}"
        excepted = row["does_not_apply_to"]
        is_excepted = bool(excepted) and says_of(excepted, said)
        if not is_excepted and not says_of(row["task"], said):
            yield place(row, "section"), named(row, section=row["section"])


@gate(
    "saetning-aendret",
    WARNING,
    "«{task}»: Den sætning, snitfladen blev antaget efter, er ændret eller fjernet. "
    "Se, om snitfladen stadig passer.",
)
def sentence_changed(content: VersionContent, around: Surroundings) -> GateHits:
    """The row was accepted on a sentence that stands in the text no more."""
    for row in content.rows:
        if row["key"] in around.sentences_lost:
            yield place(row, "task"), named(row)


def _duties(text: str, around: Surroundings) -> Sequence[Suggestion]:
    return [
        one
        for one in around.suggested(text)
        if one.sure and key_of(one) not in around.refused
    ]


def _sections(values: Mapping[str, Any]) -> dict[str, str]:
    """What stands under each heading of the page, by the heading."""
    body = values[BODY.name]
    own = {field.label: values[field.name] for field in THREE_FIELDS}
    return own | {title: body[start:end] for title, start, end in parts_of(body)}


def _short(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    return f"{sentence[:LONGEST].rsplit(' ', 1)[0]} …"
