"""People with accounts, and browsers in which they are signed in."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import Engine
from sqlmodel import select
from werkzeug.security import generate_password_hash
from werkzeug.test import TestResponse

from registry import clock
from registry.accounts import accounts, credentials, passwords
from registry.models import Account, Role
from registry.rules.linked_accounts import COMMAND_LINE
from registry.storage.db import reading
from registry.web.frame.sessions import LAST_USED
from tests.storage.unwatched import transaction

PASSWORD = "grøn cykel havn 41"
NEW_PASSWORD = "tavs bjergsø lampe 7"
PEOPLE: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("rita", "Rita Redaktør", (Role.EDITOR,)),
    ("gorm", "Gorm Godkender", (Role.APPROVER,)),
    ("bodil", "Bodil Begge", (Role.EDITOR, Role.APPROVER)),
    ("ada", "Ada Administrator", (Role.ADMINISTRATOR,)),
)
BOTH_SIDED = "mia"
SECRET = "0123456789abcdef" * 2


def add_people(engine: Engine) -> None:
    """Everyone of PEOPLE, with one password, hashed so that comparing it takes little
    time.
    """
    password_hash = generate_password_hash(PASSWORD, method="scrypt:1024:8:1")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(passwords, "hashed", lambda _password: password_hash)
        for person in PEOPLE:
            accounts.add(engine, *person, actor=COMMAND_LINE, password=PASSWORD)


def add_both_sided(engine: Engine) -> None:
    """Mia, who keeps accounts and writes, as one could before; she is to choose."""
    mia = accounts.described(BOTH_SIDED, "Mia Mange", list(Role))
    with transaction(engine) as session:
        rita = accounts.named(session, "rita")
        mia.password_hash = rita.password_hash
        session.add(mia)


def engine_of(app: Flask) -> Engine:
    return app.extensions["registry"].engine


def account_of(app: Flask, username: str) -> Account:
    """The account as it now stands in the database."""
    with reading(engine_of(app)) as session:
        return session.exec(select(Account).where(Account.username == username)).one()


class Browser:
    """A browser whose forms carry a valid secret against forged requests."""

    answer: TestResponse

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self._keep({})

    def sign_in_as(self, username: str) -> "Browser":
        """Signed in without the form, since comparing a password takes its time."""
        self._keep({"_user_id": credentials.session_id(account_of(self.app, username))})
        return self

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def post(self, path: str, data: Any = None, **options: Any) -> TestResponse:
        """A form as the catalogue's own pages send it."""
        return self.post_raw(
            path, {**(data or {}), "csrf_token": self.form_secret}, **options
        )

    def post_raw(self, path: str, data: Any = None, **options: Any) -> TestResponse:
        """A form without the secret."""
        return self.client.post(path, data=data or {}, **options)

    @property
    def form_secret(self) -> str:
        """The secret of the present session, as a form holds it."""
        with self.client.session_transaction("/redaktion") as session:
            secret = session.setdefault("csrf_token", SECRET)
        return str(
            URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(
                secret
            )
        )

    @property
    def session(self) -> dict[str, Any]:
        with self.client.session_transaction("/redaktion") as session:
            return dict(session)

    def _keep(self, values: dict[str, Any]) -> None:
        with self.client.session_transaction("/redaktion") as session:
            session.clear()
            used = int(clock.now().timestamp())
            session.update({**values, LAST_USED: used, "csrf_token": SECRET})


def sign_in(app: Flask, username: str) -> Browser:
    """A browser in which the person is signed in."""
    return Browser(app).sign_in_as(username)


def sign_in_by_form(
    app: Flask, username: str, password: str = PASSWORD, **more: str
) -> Browser:
    """A browser that has sent the sign-in form; what came of it is in `answer`."""
    browser = Browser(app)
    browser.answer = browser.post(
        "/log-ind", {"brugernavn": username, "adgangskode": password, **more}
    )
    return browser
