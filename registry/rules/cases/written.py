"""Values of a written case, each read as what it is to be or refused with its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from registry.errors import BadInput


@dataclass(frozen=True)
class Written:
    """An object of a file, and where it stands in it."""

    values: Mapping[str, Any]
    place: str = ""

    def text(self, name: str) -> str:
        """Raises BadInput, as all that follow, where the value is another."""
        return str(self._as(name, _is_text, "skal være en tekst"))

    def text_or_none(self, name: str) -> str:
        """A text; empty where there is null or nothing."""
        return str(self._as(name, _is_text, "skal være en tekst eller null", none=""))

    def number(self, name: str) -> int:
        """A whole number; a truth value is none."""
        return int(self._as(name, _is_number, "skal være et helt tal"))

    def day(self, name: str) -> date:
        """A date, written as 2027-01-01."""
        return _day(self, name, self.text(name))

    def day_or_none(self, name: str) -> date | None:
        """A date, written likewise; None where there is null or nothing."""
        text = self.text_or_none(name)
        return _day(self, name, text) if text else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Texts in a list, or one alone; none where there is null or nothing."""
        given = self._as(
            name,
            _is_texts,
            "skal være en tekst, en liste af tekster eller null",
            none=(),
        )
        return (given,) if isinstance(given, str) else tuple(given)

    def all_texts(self) -> dict[str, str]:
        """Every value by its name, each a text."""
        return {name: self.text(name) for name in self.values}

    def objects(self, name: str, *, needed: bool = False) -> Iterator["Written"]:
        """The objects of a list; unless it is needed, none where there is null or
        nothing.
        """
        none = None if needed else ()
        items = self._as(name, _is_list, "skal være en liste", none=none)
        for number, item in enumerate(items, 1):
            yield written(item, f"{self.place}{name} nr. {number}")

    def within(self, name: str) -> "Written":
        """The object in an object; an empty one where there is null or nothing."""
        inner = self._as(name, _is_object, "skal være et objekt", none={})
        return Written(inner, f"{self.place}{name}, ")

    def refuse(self, name: str, why: str) -> NoReturn:
        """Raises BadInput with the place of the field and why."""
        raise BadInput(f"{self.place}felt «{name}»: {why}.", name)

    def _as(
        self, name: str, fits: Callable[[Any], bool], why: str, none: Any = None
    ) -> Any:
        value = self.values.get(name)
        if value is None and none is not None:
            return none
        if name not in self.values:
            self.refuse(name, "mangler")
        if not fits(value):
            self.refuse(name, why)
        return value


def written(value: Any, place: str) -> Written:
    """A value as an object. Raises BadInput where it is none."""
    if not isinstance(value, Mapping):
        raise BadInput(f"{place}: skal være et objekt.", place)
    return Written(value, f"{place}, ")


def _day(where: Written, name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        where.refuse(name, "skal være en dato som 2027-01-01")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_texts(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)
