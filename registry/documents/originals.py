"""All that can be read in an original, for looking for what must not stand in it."""

import html
import io
import re
import zipfile

# Far more than an agreement has; what is larger was refused when it was taken in.
MOST_CHARACTERS = 20_000_000
_PARTS = re.compile(r"\.(?:xml|rels)$")
# What parts one word from the next; every other tag may stand inside of a word.
_BREAKS = re.compile(r"</(?:w:p|w:tc|a:p)>|<(?:w:br|w:cr|w:tab)\b[^>]*>")
_ATTRIBUTES = re.compile(r'\s(?:descr|title|Target|w:author|w:alias)="([^"]*)"')
_TAGS = re.compile(r"<[^>]*>")


def text_of(media_type: str, content: bytes) -> str:
    """The text of a plain text or a Word file, with notes, heads, comments, deleted
    text, properties and where links lead; of anything else, of its bytes.
    """
    if media_type.startswith("text/") or not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", errors="replace")

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [
            archive.read(item).decode("utf-8", errors="replace")
            for item in archive.infolist()
            if _PARTS.search(item.filename) and item.file_size < MOST_CHARACTERS
        ]

    return "\n".join(map(_text_of_part, parts))


def _text_of_part(part: str) -> str:
    attributes = _ATTRIBUTES.findall(part)
    text = _TAGS.sub("", _BREAKS.sub("\n", part))
    return html.unescape("\n".join([text, *attributes]))
