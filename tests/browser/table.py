"""The table of a draft's rows, as somebody at a keyboard uses it."""

import re

from playwright.sync_api import Locator, Page, expect

PASTE = """([kind, text]) => {
  const data = new DataTransfer();
  data.setData(kind, text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste",
    { clipboardData: data, bubbles: true, cancelable: true }));
}"""


class Table:
    """A table that is open in a browser, and a keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += 1

    def enter(self) -> None:
        """Into the table, to the cell where one was."""
        self.page.locator(".grid-table [tabindex='0']").focus()

    def paste(self, text: str, kind: str = "text/plain") -> None:
        self.page.evaluate(PASTE, [kind, text])

    def cell(self, line: int, label: str) -> Locator:
        """A cell by its line, from 1 on, and its column; -1 is the last line."""
        heads = self.page.locator("thead .grid-sort").all_inner_texts()
        names = [head.rstrip(" ▲▼") for head in heads]
        lines = self.page.locator(".grid-table tbody tr")
        row = lines.last if line < 0 else lines.nth(line - 1)
        return row.locator("td").nth(names.index(label))

    def text(self, line: int, label: str) -> Locator:
        return self.cell(line, label).locator(".grid-text")

    def column(self, label: str) -> list[str]:
        """A column as it is shown, less the blank line to write in."""
        number = self.page.locator(".grid-table tbody tr").count()
        return [self.text(at, label).inner_text() for at in range(1, number)]

    def mark(self, *lines: int) -> None:
        for line in lines:
            self.page.get_by_role(
                "checkbox", name=f"Markér række {line}", exact=True
            ).check()

    def save(self, words: str | re.Pattern[str] = "gemt.") -> None:
        self.press("ControlOrMeta+s")
        self.says(words)

    def says(self, words: str | re.Pattern[str]) -> None:
        # The first name that is looked up opens the dictionary.
        state = self.page.locator("[data-grid-state]")
        expect(state).to_contain_text(words, timeout=20_000)
