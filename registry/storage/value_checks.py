"""Whether each value fits its column and is written as the program writes it, and each
reference leads to a row. What does not fit could not be read.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    select,
)
from sqlmodel import AutoString, SQLModel

from registry.models.types import TextList, UtcDateTime
from registry.storage.seals import said

# What a value of a column is when it is read.
READ_AS: tuple[tuple[type, tuple[type, ...]], ...] = (
    (UtcDateTime, (datetime,)),
    (TextList, (list,)),
    (Boolean, (bool,)),
    (Date, (date,)),
    (LargeBinary, (bytes,)),
    (Integer, (int,)),
    (Float, (float, int)),
    (String, (str,)),
    (AutoString, (str,)),
)
NAMED = 5  # of one table; the rest are counted
Readable = Callable[[Any], bool]


def value_faults(connection: Connection) -> Iterator[str]:
    """Values that do not fit, and references to nothing, in any table."""
    for name, of in sorted(SQLModel.metadata.tables.items()):
        yield from some(_misfits(connection, of), f"Tabellen «{name}»")
        for key in sorted(of.foreign_keys, key=str):
            yield from some(_leading_nowhere(connection, key), f"Tabellen «{name}»")


def some(faults: Iterable[str], of: str) -> Iterator[str]:
    """The first faults of one kind, and how many there are besides."""
    listed = list(faults)
    yield from listed[:NAMED]
    if len(listed) > NAMED:
        yield f"{of}: og {len(listed) - NAMED} til."


def _misfits(connection: Connection, of: Table) -> Iterator[str]:
    readable = {c.name: _reader(connection, c) for c in of.columns}
    ours = {c.name: _writer(connection, c) for c in of.columns}

    for row in said(connection, of):
        where = f"Tabellen «{of.name}», række {row.get('id', '')}"
        for name, value in row.items():
            if not readable[name](value):
                yield f"{where}: feltet «{name}» kan ikke læses."
            elif not ours[name](value):
                yield f"{where}: feltet «{name}» er ikke skrevet af programmet."


def _reader(connection: Connection, of: Column[Any]) -> Readable:
    """Whether a value as the database has it can be read as the column's. Only SQLite
    takes values of other types, but for what a list holds.
    """
    dialect = connection.dialect
    if dialect.name != "sqlite" and not isinstance(of.type, TextList):
        return lambda value: value is not None or bool(of.nullable)

    convert = of.type.dialect_impl(dialect).result_processor(dialect, None)
    kinds = next(kinds for kind, kinds in READ_AS if isinstance(of.type, kind))

    def readable(value: Any) -> bool:
        if value is None:
            return bool(of.nullable)
        try:
            read = convert(value) if convert else value
        except (AttributeError, OverflowError, TypeError, ValueError):
            return False
        if isinstance(read, list):
            return all(isinstance(item, str) for item in read)

        return isinstance(read, kinds)

    return readable


def _writer(connection: Connection, of: Column[Any]) -> Readable:
    """Whether a value that can be read stands as the program writes it: it never puts
    an empty text where there may be nothing, and a moment has one form. No seal tells:
    an empty text has the digest of nothing, and an entry that of the moment it reads.
    """
    dialect = connection.dialect
    if isinstance(of.type, String | AutoString):
        return lambda value: value != "" or not of.nullable
    if dialect.name != "sqlite" or not isinstance(of.type, UtcDateTime | Date):
        return lambda _value: True

    implemented = of.type.dialect_impl(dialect)
    read = implemented.result_processor(dialect, None)
    write = implemented.bind_processor(dialect)
    assert read is not None and write is not None
    return lambda value: value is None or bool(write(read(value)) == value)


def _leading_nowhere(connection: Connection, key: ForeignKey) -> Iterator[str]:
    known = select(key.column)
    lost = key.parent.is_not(None) & key.parent.not_in(known)
    of = key.parent.table

    for row, value in connection.execute(
        select(of.c.id, key.parent).where(lost).order_by(of.c.id)
    ):
        yield (
            f"Tabellen «{of.name}», række {row}: «{key.parent.name}» er {value}, som "
            "ikke findes."
        )
