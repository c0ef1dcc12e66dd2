"""The appendix as data: the body that the API answers with, indented for people."""

import json

from registry.exports.publication import Publication


def render(publication: Publication) -> bytes:
    return (json.dumps(publication.data, ensure_ascii=False, indent=2) + "\n").encode()
