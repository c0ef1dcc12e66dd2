"""The appendix as a table for spreadsheets."""

from registry.documents.csv_text import csv_text
from registry.exports.publication import Publication


def render(publication: Publication) -> bytes:
    return csv_text(publication.table).encode()
