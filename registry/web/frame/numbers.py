"""Numbers in addresses: one that no column of the database can hold leads nowhere."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

LARGEST = 2**31 - 1  # PostgreSQL's; SQLite would hold more


class Number(IntegerConverter):
    """What `<int:…>` takes in an address. Asked for a larger one, the database would
    fail.
    """

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=LARGEST)


def attach(app: Flask) -> None:
    """Before any page is registered."""
    app.url_map.converters["int"] = Number
