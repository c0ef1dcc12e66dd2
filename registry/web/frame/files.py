"""Files that a page gives out."""

from collections.abc import Iterable, Sequence

from flask import Response

from registry.documents.csv_text import csv_pieces


def csv_file(name: str, lines: Iterable[Sequence[str]]) -> Response:
    """A table to be saved under the name, sent while it is made: the lines may use
    nothing of the request.
    """
    return Response(
        csv_pieces(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
