"""A document as Markdown, as the catalogue itself reads it."""

from registry.documents.markdown import markdown
from registry.exports.publication import Publication


def render(publication: Publication) -> bytes:
    return markdown(publication.document).encode()
