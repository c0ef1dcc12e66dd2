"""The forms of a page, read from its HTML and sent as a browser would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.web.people import Browser

Changes = Mapping[str, str | Sequence[str]]
TICKED = ("checkbox", "radio")


@dataclass
class Button:
    """What stands on it, what it sends, and where to, if not where its form leads."""

    text: str
    name: str
    value: str
    action: str


@dataclass
class Form:
    """A form as it stands when the page is opened: its fields in order, and its
    buttons.
    """

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    def all(self, name: str) -> list[str]:
        """The values of a field, less the empty ones of unused choices."""
        return [value for at, value in self.fields if at == name and value]

    def one(self, name: str) -> str:
        return next(value for at, value in self.fields if at == name)

    def button(self, text: str) -> Button:
        return next(button for button in self.buttons if button.text == text)

    def send(
        self,
        browser: Browser,
        changes: Changes | None = None,
        button: str = "",
        **options: str,
    ) -> TestResponse:
        """Send it with some fields changed, by the button of that text, else by the
        first.
        """
        pressed = self.button(button) if button else self.buttons[0]
        data = MultiDict(
            [item for item in self.fields if item[0] not in (changes or {})]
        )
        for name, value in (changes or {}).items():
            data.setlist(name, [value] if isinstance(value, str) else list(value))
        if pressed.name:
            data.add(pressed.name, pressed.value)
        return browser.post_raw(pressed.action or self.action, data, headers=options)


class Reader(HTMLParser):
    """All forms and all ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self._form: Form | None = None
        self._area: str | None = None
        self._select = ""
        self._options: list[tuple[str, bool]] = []
        self._button: Button | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "form":
            self._form = Form(attributes.get("action", ""))
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input":
            self._input(self._form, attributes)
        elif tag == "textarea":
            self._area, self._text = attributes["name"], ""
        elif tag == "select":
            self._select, self._options = attributes["name"], []
        elif tag == "option" and self._select:
            self._options.append((attributes["value"], "selected" in attributes))
        elif tag == "button" and attributes.get("type", "submit") == "submit":
            sends = (
                attributes.get("name", ""),
                attributes.get("value", ""),
                attributes.get("formaction", ""),
            )
            self._button, self._text = Button("", *sends), ""
            self._form.buttons.append(self._button)

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if self._form is None:
            return
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area is not None:
            # A browser leaves out the line break that a text area begins with.
            self._form.fields.append((self._area, self._text.removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._options:
            chosen = [value for value, selected in self._options if selected]
            self._form.fields.append(
                (self._select, (chosen or [self._options[0][0]])[-1])
            )
            self._select = ""
        elif tag == "button" and self._button:
            self._button.text, self._button = " ".join(self._text.split()), None

    @staticmethod
    def _input(form: Form, attributes: dict[str, str]) -> None:
        if "name" not in attributes or (
            attributes.get("type") in TICKED and "checked" not in attributes
        ):
            return
        form.fields.append((attributes["name"], attributes.get("value", "on")))


def read(answer: TestResponse) -> Reader:
    reader = Reader()
    reader.feed(answer.text)
    return reader


def forms_of(answer: TestResponse) -> dict[str, Form]:
    """The forms of a page by where they lead; of several that lead to one place, the
    last.
    """
    return {form.action: form for form in read(answer).forms}


def ids_of(answer: TestResponse) -> list[str]:
    return read(answer).ids
