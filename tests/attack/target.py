"""The product as the README starts it, in a process of its own, and people who are
signed in to it.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from sqlalchemy import Engine

from registry.accounts import accounts, credentials
from registry.models import Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage.db import connect
from tests.web.forms import Form, Reader

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "tavs bjergsø lampe 7"
SECONDS_TO_START = 600
# Whom the attacks sign in as.
PEOPLE: dict[str, tuple[Role, ...]] = {
    "rita": (Role.EDITOR,),
    "bodil": (Role.EDITOR, Role.APPROVER),
    "gorm": (Role.APPROVER,),
    "ada": (Role.ADMINISTRATOR,),
}


@dataclass
class Target:
    """A server under attack, and the folder that holds all it has."""

    process: "subprocess.Popen[bytes]"
    port: int
    folder: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def engine(self) -> Engine:
        """The same database, by the side of the server."""
        return connect(url_in(self.folder))

    @property
    def memory(self) -> float:
        """What the process and those that it has begun hold now, in MB. What they
        share counts in each.
        """
        return sum(_held(process) for process in _family(self.process.pid))

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")


def _family(process: int) -> Iterator[int]:
    """A process and all that come of it; `serve` answers by several."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # a thread that has ended meanwhile
        for child in children:
            yield from _family(int(child))


def _held(process: int) -> float:
    """In MB; nothing where it has ended meanwhile."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    held = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return sum(int(line.split()[1]) for line in held) / 1024


def url_in(folder: Path) -> str:
    return f"sqlite:///{(folder / 'registry.sqlite').as_posix()}"


@contextmanager
def started(
    folder: Path, content: Path = ROOT / "content", workers: int | None = None
) -> Iterator[Target]:
    """`registry serve` on a free port, with a database of its own in the folder, filled
    from `content`; by so many processes, where a number is given.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    settings = {
        "REGISTRY_DATABASE_URL": url_in(folder),
        "REGISTRY_INDEX_DIR": str(folder / "index"),
        "REGISTRY_CONTENT_DIR": str(content),
        "REGISTRY_PUBLIC_URL": f"http://127.0.0.1:{port}",
    }
    command = ["-m", "registry.commands.main", "serve", "--port", str(port)]
    if workers is not None:
        command += ["--workers", str(workers)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, **settings},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        target = Target(process, port, folder)
        _wait_until_ready(target)
        yield target
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()  # on a machine too busy to let it end by itself
            process.wait()


def add_people(engine: Engine) -> None:
    """Everybody of PEOPLE, with one password."""
    for username, roles in PEOPLE.items():
        name = username.title()
        accounts.add(
            engine, username, name, roles, actor=COMMAND_LINE, password=PASSWORD
        )


class Visitor:
    """A browser of one person, over the wire; nobody's where no name is given."""

    def __init__(self, target: Target, username: str = "") -> None:
        self.target, self.username = target, username
        self.jar = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.jar))
        if username:
            self.sign_in()

    def sign_in(self) -> None:
        """By a new link: whatever was done to the account, it comes in again."""
        engine = self.target.engine
        accounts.reopen(engine, self.username, actor=COMMAND_LINE)
        accounts.set_roles(
            engine, self.username, PEOPLE[self.username], actor=COMMAND_LINE
        )
        key = credentials.issue_link(engine, self.username, actor=COMMAND_LINE)
        self.jar.clear()
        (form,) = self.forms(f"/log-ind/engangslink/{key}")
        self.send(form, adgangskode=PASSWORD, gentag=PASSWORD)

    @property
    def cookie(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)

    def get(self, path: str) -> str:
        """The text of a page. Raises HTTPError for any answer but a good one."""
        with self._open(path) as answer:
            return str(answer.read().decode())

    def _open(self, path: str, data: bytes | None = None) -> Any:
        try:
            return self._opener.open(self.target.address + path, data, timeout=60)
        except HTTPError as error:
            error.close()
            raise

    def forms(self, path: str) -> list[Form]:
        """The forms of a page; none where it is refused or holds none."""
        reader = Reader()
        try:
            reader.feed(self.get(path))
        except HTTPError:
            return []
        for form in reader.forms:
            form.action = form.action or path
        return [form for form in reader.forms if form.all("csrf_token")]

    def send(self, form: Form, /, **changes: str) -> str:
        """Send a form with some fields changed, by its first button. Returns the
        address that it led to. Raises HTTPError.
        """
        fields = [item for item in form.fields if item[0] not in changes]
        button = form.buttons[0]
        if button.name:
            fields.append((button.name, button.value))
        data = urlencode([*fields, *changes.items()]).encode()
        with self._open(button.action or form.action, data) as answer:
            answer.read()
            return str(answer.url)


def _wait_until_ready(target: Target) -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while target.process.poll() is None and time.monotonic() < give_up:
        try:
            Visitor(target).get("/readyz")
        except (HTTPException, OSError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server did not start:\n{target.log}")
