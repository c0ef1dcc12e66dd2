"""A document as Markdown, as the catalogue itself reads it."""

from registry.documents.markdown import markdown
from registry.exports.publication import Publication
from registry.exports.whole import require_whole
from registry.markup.markdown_html import to_html
from registry.markup.visible_words import html_words


def render(publication: Publication) -> bytes:
    """Raises NotWhole where a reader of the file would miss a word."""
    written = markdown(publication.document)
    require_whole(publication.document, html_words(to_html.__wrapped__(written)))
    return written.encode()
