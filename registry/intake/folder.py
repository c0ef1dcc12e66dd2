"""Taking in a folder: each Word file and text in it a draft of its own. A file that
cannot be taken in harms no other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from registry.accounts.roles import Person
from registry.catalogue.queries import Catalogue
from registry.errors import RegistryError
from registry.intake import service
from registry.intake.letters import text_in
from registry.publishing.drafts import read_draft
from registry.publishing.suggestions import offered, rows_without_task_key
from registry.storage.system_words import in_danish

DOCX_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
TEXT_SUFFIXES = (".md", ".txt")


@dataclass(frozen=True)
class FileTaken:
    """What became of one file: the draft that it is, or why it is none.

    `suggested` rows wait in the draft, `sure` of them; `doubts` are to be looked at;
    `without` rows have no kind of task, which waits to be confirmed.
    """

    name: str
    draft: int | None = None
    refused: str = ""
    suggested: int = 0
    sure: int = 0
    doubts: int = 0
    without: int = 0


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that may be agreements, by name; hidden ones and those that
    Word keeps while a file is open aside.
    """
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file()
        and path.suffix.lower() in (*DOCX_SUFFIXES, *TEXT_SUFFIXES)
        and not path.name.startswith((".", "~$"))
    )


def passed_by(folder: Path) -> list[str]:
    """The names of the visible files that are neither Word nor text."""
    taken = set(files_in(folder))
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.is_file()
        and path not in taken
        and not path.name.startswith((".", "~$"))
    )


def take_in_all(
    catalogue: Catalogue, files: Sequence[Path], by: Person
) -> Iterator[FileTaken]:
    """Take in each file in turn, and tell what became of it."""
    for path in files:
        try:
            draft = _take_in(catalogue, path, by)
        except RegistryError as error:
            yield FileTaken(path.name, refused=error.message)
        except OSError as error:
            reason = f"Filen kan ikke læses: {in_danish(error)}."
            yield FileTaken(path.name, refused=reason)
        else:
            yield _taken(catalogue, path.name, draft)


def _take_in(catalogue: Catalogue, path: Path, by: Person) -> int:
    data = path.read_bytes()
    # There is no one here to write a title for a text that has none.
    wanted = service.Wanted(otherwise=" ".join(path.stem.replace("_", " ").split()))
    if path.suffix.lower() in DOCX_SUFFIXES:
        return service.take_in_docx(catalogue, path.name, data, wanted, by)

    text, remarks = text_in(data)
    return service.take_in_text(catalogue, text, wanted, by, path.name, remarks)


def _taken(catalogue: Catalogue, name: str, draft: int) -> FileTaken:
    taken = service.taken_in(catalogue, draft)
    read = read_draft(catalogue, draft)
    waiting = [one for one in offered(read) if one.is_waiting]

    return FileTaken(
        name,
        draft,
        suggested=len(waiting),
        sure=sum(one.suggestion.sure for one in waiting),
        doubts=len(taken.doubts) if taken else 0,
        without=len(rows_without_task_key(read)),
    )
