"""Where a sentence of a Danish text ends. Pure."""

import re

# A full stop before a small letter ends none («3.959 kr. i 2019»), nor one after a
# figure, unless a capital follows («§ 13 a. Se også»).
SENTENCE_END = re.compile(
    r"(?<!\d)\.(?=\s+[^a-zæøå\s]|\s*$)|(?<=\d)\.(?=\s+[A-ZÆØÅ]|$)"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each without its end."""
    split = (sentence.strip() for sentence in SENTENCE_END.split(text))
    return [sentence for sentence in split if sentence]
