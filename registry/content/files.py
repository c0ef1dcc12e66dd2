"""Reading and writing the files: YAML that knows its lines, front matter, one canonical
form.
"""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from registry.clock import COPENHAGEN
from registry.errors import BadContent
from registry.language.normal import normal

FRONT_MATTER = re.compile(r"\A---\r?\n(.*?\r?\n)---\r?\n(.*)\Z", re.DOTALL)
UNICODE_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
LINE_WIDTH = 100
FLOW_ITEM_LENGTH = 45


class Located(dict[str, Any]):
    """A mapping that knows the file and the line of each of its keys."""

    path: str
    line: int
    lines: dict[str, int]

    def refuse(self, field: str, message: str) -> BadContent:
        """The exception that names this file, the field's line, and the field."""
        return BadContent(self.path, self.lines.get(field, self.line), field, message)


class Literal(str):
    """Text written as a YAML block, line by line."""

    __slots__ = ()


def read_yaml(path: Path, root: Path) -> Located:
    """A YAML file that holds a mapping. Raises BadContent with file and line."""
    return _parse(_read(path, root), path.relative_to(root).as_posix(), 0)


def read_markdown(path: Path, root: Path) -> tuple[Located, str]:
    """Front matter and body of a Markdown file. Raises BadContent with file and
    line.
    """
    name = path.relative_to(root).as_posix()
    match = FRONT_MATTER.match(_read(path, root))
    if not match:
        raise BadContent(
            name, 1, "---", "filen begynder ikke med et hoved mellem to linjer «---»"
        )
    return _parse(match[1], name, 1), normal(match[2])


def write_yaml(path: Path, data: dict[str, Any]) -> None:
    """Write a mapping in the canonical form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_to_yaml(data), encoding="utf-8", newline="\n")


def write_markdown(path: Path, data: dict[str, Any], body: str) -> None:
    """Write front matter and body in the canonical form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (
        f"---\n{_to_yaml(data)}---\n{body}\n" if body else f"---\n{_to_yaml(data)}---\n"
    )
    path.write_text(text, encoding="utf-8", newline="\n")


def _read(path: Path, root: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadContent(
            path.relative_to(root).as_posix(), 1, "fil", "filen er ikke skrevet i UTF-8"
        ) from error


# The C parser where it is built in: half the time.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Builds Located mappings, refuses repeated keys, and leaves impossible dates as
    text.
    """

    path = ""
    offset = 0

    def located(self, node: yaml.MappingNode) -> Located:
        """The mapping, with the line of each key. Raises BadContent for a key given
        twice, of which YAML itself would keep the last.
        """
        mapping = Located()
        mapping.path, mapping.line, mapping.lines = self.path, self._line(node), {}

        for key_node, value_node in node.value:
            key = str(self.construct_object(key_node, deep=True))
            if key in mapping:
                raise BadContent(
                    self.path, self._line(key_node), key, "feltet står to gange"
                )
            mapping[key] = self.construct_object(value_node, deep=True)
            mapping.lines[key] = self._line(key_node)

        return mapping

    def timestamp(self, node: yaml.ScalarNode) -> Any:
        """The date or the moment, as text where the calendar has none such: the field's
        own check names it then, with its line.
        """
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.offset


_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.located)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.timestamp)


def _parse(text: str, name: str, offset: int) -> Located:
    try:
        loader = _Loader(text)
        loader.path, loader.offset = name, offset
        data = loader.get_single_data()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 + offset
        raise BadContent(
            name, line, "YAML", "et tegn, der ikke kan stå i en tekst"
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line + 1 if mark else 1) + offset
        raise BadContent(
            name, line, "YAML", str(getattr(error, "problem", error))
        ) from error

    if not isinstance(data, Located):
        raise BadContent(
            name, 1 + offset, "fil", "filen holder ikke felter med navn og værdi"
        )

    return data


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, value: str) -> yaml.ScalarNode:
        # YAML takes these for line ends, so only an escape keeps them as they are.
        style = '"' if UNICODE_LINE_ENDS.search(value) else None
        return self.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def literal(self, value: Literal) -> yaml.ScalarNode:
        if UNICODE_LINE_ENDS.search(value):
            return self.text(str(value))
        return self.represent_scalar("tag:yaml.org,2002:str", str(value), style="|")

    def moment(self, value: datetime) -> yaml.ScalarNode:
        written = value.astimezone(COPENHAGEN).isoformat()
        return self.represent_scalar("tag:yaml.org,2002:timestamp", written)

    def day(self, value: date) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:timestamp", value.isoformat())

    def listed(self, value: list[Any]) -> yaml.SequenceNode:
        short = all(isinstance(v, str) and len(v) <= FLOW_ITEM_LENGTH for v in value)
        return self.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)


_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(Literal, _Dumper.literal)
_Dumper.add_representer(datetime, _Dumper.moment)
_Dumper.add_representer(date, _Dumper.day)
_Dumper.add_representer(list, _Dumper.listed)


def _to_yaml(data: dict[str, Any]) -> str:
    return str(
        yaml.dump(
            data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=LINE_WIDTH
        )
    )
