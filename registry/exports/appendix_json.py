"""The appendix as data: the body that the API answers with, indented for people."""

import json

from registry.exports.publication import Publication


def render(publication: Publication) -> bytes:
    """The data as UTF-8: Danish letters as they are, a line break at the end."""
    return (json.dumps(publication.data, ensure_ascii=False, indent=2) + "\n").encode()
