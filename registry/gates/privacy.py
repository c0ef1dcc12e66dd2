"""The gates of CPR numbers: none in a text, nor in what is kept beside it. Each stands
with the text that it says where it finds something.
"""

from registry.gates.gate import ERROR, GateHits, Surroundings, gate, main
from registry.gates.rows import named, place
from registry.rules.fields import ROW_FIELDS_BY_NAME
from registry.rules.privacy import held_in, holds_number, without_numbers
from registry.rules.version_content import CONTENT_FIELDS, VersionContent

KEPT = "kept"  # the place of what is kept beside the text
WAY_ON = "CPR-numre må ikke stå i kataloget: Ret teksten, og brug så «Fjern "
WAY_ON += "personoplysninger» på kladdens side."


@gate(
    "personnummer-i-udgave",
    ERROR,
    f"Feltet «{{field}}» har et CPR-nummer (linje {{lines}}). {WAY_ON}",
)
def in_version(content: VersionContent, _: Surroundings) -> GateHits:
    """A published text stands for good, and so would the number."""
    labels = {field.name: field.label for field in CONTENT_FIELDS}
    for held in held_in({name: content.values[name] for name in labels}):
        lines = ", ".join(map(str, dict.fromkeys(held.lines)))
        yield main(held.field), {"field": labels[held.field], "lines": lines}


@gate(
    "personnummer-i-snitflade",
    ERROR,
    f"«{{task}}»: Feltet «{{field}}» har et CPR-nummer. {WAY_ON}",
)
def in_row(content: VersionContent, _: Surroundings) -> GateHits:
    """The gate finding itself names the task without its number."""
    for row in content.rows:
        for held in held_in({name: v for name, v in row.items() if name != "key"}):
            words = named(row, field=ROW_FIELDS_BY_NAME[held.field].label)
            yield place(row, held.field), without_numbers(words)


@gate(
    "personnummer-i-det-gemte",
    ERROR,
    "Der står et CPR-nummer i {kept}, som bliver gemt ved udgaven. Fjern det: Brug "
    "«Fjern personoplysninger» på kladdens side.",
)
def in_what_is_kept(content: VersionContent, around: Surroundings) -> GateHits:
    """Told when the text itself is clean: before that, one way mends both."""
    if around.kept_numbers and not holds_number([content.values, content.rows]):
        yield main(KEPT), {"kept": " og ".join(around.kept_numbers)}
