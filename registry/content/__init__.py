"""The catalogue as files: Markdown with YAML front matter <-> database."""

from registry.content.dump import dump
from registry.content.load import is_empty, load

FLOOR = 7

__all__ = ["dump", "is_empty", "load"]
