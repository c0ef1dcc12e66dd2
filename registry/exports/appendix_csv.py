"""The appendix as a table for spreadsheets."""

from registry.documents.csv_text import csv_text
from registry.exports.publication import Publication


def render(publication: Publication) -> bytes:
    """The table as UTF-8 with its mark, parted by semicolons (`csv_text`)."""
    return csv_text(publication.table).encode()
