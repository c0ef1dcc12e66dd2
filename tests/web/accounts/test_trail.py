"""The audit trail's page: newest first, narrowed, paged, as CSV, and honest about its
chain.
"""

import csv
import hashlib
import io
import json
import re
from itertools import pairwise

import pytest
from flask import Flask
from sqlalchemy import text

from registry.publishing.states import ACTS
from registry.storage import audit
from registry.storage.db import transaction
from registry.storage.events import OLDER_KEYS, Event
from tests.storage.older_trail import OtherEvent
from tests.web.people import Browser, engine_of, sign_in
from tests.web.writing import markup

PAGE = "/redaktion/historik"


def write(
    app: Flask,
    *events: str,
    actor: str = "rita",
    subject: str = "proeve",
    detail: str = "",
) -> None:
    with transaction(engine_of(app)) as session:
        for key in events:
            audit.write_entry(
                session,
                actor=actor,
                event=OtherEvent(key),
                subject=subject,
                detail=detail,
            )


def shown(html: str, column: str) -> list[str]:
    return re.findall(rf'<td data-title="{column}">(.*?)</td>', html)


def choices(html: str) -> list[tuple[str, str]]:
    """The values and names one may narrow to."""
    return re.findall(r'<option value="([^"]+)"[^>]*>(.*?)</option>', html)


def rows(browser: Browser) -> list[list[str]]:
    answer = browser.get(f"{PAGE}.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.mimetype == "text/csv"
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def test_the_newest_act_stands_first(ada: Browser) -> None:
    write(ada.app, "foerste", "anden")

    html = ada.get(PAGE).text

    assert shown(html, "Handling")[:2] == ["anden", "foerste"]
    assert shown(html, "Hvem")[0] == "Rita Redaktør"
    assert len(re.findall(r"<code>[0-9a-f]{10}</code>", html)) == len(
        shown(html, "Hash")
    )
    assert "Kæden holder" in html


def test_known_acts_are_shown_in_danish(ada: Browser) -> None:
    assert "indlæste katalog" in shown(ada.get(PAGE).text, "Handling")


def test_every_event_and_every_act_is_shown_in_danish(ada: Browser) -> None:
    known = {one.key: one.trail for one in (*Event, *ACTS.values())}
    write(ada.app, *known)

    html = ada.get(f"{PAGE}?hvem=rita").text

    assert shown(html, "Handling") == list(known.values())[::-1]
    assert {(key, name) for key, name in choices(html) if key in known} == set(
        known.items()
    )


@pytest.mark.parametrize(("older", "key"), list(OLDER_KEYS.items()))
def test_an_entry_with_a_key_of_before_is_shown_and_found_as_a_new_one(
    ada: Browser, older: str, key: str
) -> None:
    write(ada.app, older, "sign-in", key)
    name = ACTS[key].trail

    for asked in (older, key):
        html = ada.get(f"{PAGE}?handling={asked}").text
        assert shown(html, "Handling") == [name, name]
        assert f'<option value="{key}" selected>{name}</option>' in html
        assert html.count(f">{name}</option>") == 1
        assert "Kæden holder" in html


def test_a_choice_of_a_key_of_before_follows_to_the_next_page(ada: Browser) -> None:
    write(ada.app, *["indsend", "submit"] * 40)

    first = markup(ada.get(f"{PAGE}?handling=indsend"))
    second = ada.get(f"{PAGE}?handling=submit&side=2").text

    assert "80 poster, side 1 af 2" in first
    assert "handling=submit&amp;side=2" in first
    assert len(shown(second, "Handling")) == 30


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("hvem=gorm", ["g"]),
        ("handling=r1", ["r1"]),
        ("emne=DEM", ["g"]),
        ("hvem=rita&emne=demens", []),
        ("emne=%25", []),
    ],
)
def test_the_trail_can_be_narrowed(ada: Browser, query: str, events: list[str]) -> None:
    write(ada.app, "r1", "r2")
    write(ada.app, "g", actor="gorm", subject="demens")

    html = markup(ada.get(f"{PAGE}?{query}"))

    assert shown(html, "Handling") == events
    assert (
        f"{len(events)} {'post' if len(events) == 1 else 'poster'}, side 1 af 1" in html
    )


def test_fifty_acts_stand_on_a_page(ada: Browser) -> None:
    write(ada.app, *(f"a{at:03}" for at in range(120)))

    first, second = (
        markup(ada.get(f"{PAGE}?hvem=rita")),
        markup(ada.get(f"{PAGE}?hvem=rita&side=2")),
    )

    assert shown(first, "Handling")[0] == "a119"
    assert len(shown(first, "Handling")) == 50
    assert shown(second, "Handling")[0] == "a069"
    assert "120 poster, side 2 af 3" in second
    assert "hvem=rita&amp;side=3" in second


@pytest.mark.parametrize("side", ["0", "-1", "99999999999", "x", "²"])
def test_a_page_that_is_none_gives_the_nearest(ada: Browser, side: str) -> None:
    assert ada.get(f"{PAGE}?side={side}").status_code == 200


def test_the_csv_holds_everything_oldest_first(ada: Browser) -> None:
    write(ada.app, *(f"a{at}" for at in range(60)), detail="æøå; linje\n2")

    header, *entries = rows(ada)

    assert header[:3] == ["Nr.", "Tidspunkt (UTC)", "Hvem"]
    assert [int(row[0]) for row in entries] == list(range(1, len(entries) + 1))
    assert entries[-1][3:6] == ["a59", "proeve", "æøå; linje\n2"]
    assert all(row[6] == before[7] for before, row in pairwise(entries))


def test_the_csv_keeps_the_keys_as_they_are_stored_and_names_them_alike(
    ada: Browser,
) -> None:
    write(ada.app, "til-vedtagelse", "send-for-adoption", "sign-in", "ukendt")

    header, *entries = rows(ada)

    assert (header[3], header[8]) == ("Handling", "Handling på dansk")
    assert [(row[3], row[8]) for row in entries[-4:]] == [
        ("til-vedtagelse", "sendte til vedtagelse"),
        ("send-for-adoption", "sendte til vedtagelse"),
        ("sign-in", "loggede ind"),
        ("ukendt", "ukendt"),
    ]


def test_the_chain_can_be_reckoned_from_the_csv(ada: Browser) -> None:
    """By whoever has it alone: SHA-256 over the columns, as audit tells."""
    write(ada.app, "indsend", "submit", detail="æøå")

    for _, at, actor, act, subject, detail, previous, kept, _, sealed in rows(ada)[1:]:
        covered = [at, actor, act, subject, detail, previous]
        covered += [sealed] if sealed else []
        serialised = json.dumps(covered, ensure_ascii=False)
        assert hashlib.sha256(serialised.encode()).hexdigest() == kept


def test_a_formula_in_the_csv_is_only_text(ada: Browser) -> None:
    write(ada.app, "act", detail="=1+1", subject="@SUM(A1)")

    assert rows(ada)[-1][4:6] == ["'@SUM(A1)", "'=1+1"]


def test_a_broken_chain_is_named(ada: Browser) -> None:
    write(ada.app, "a", "b")
    with engine_of(ada.app).begin() as connection:
        connection.execute(text("DROP TRIGGER immutable_audit_entry_update"))
        connection.execute(text("UPDATE audit_entry SET detail = 'ny' WHERE id = 2"))

    html = ada.get(PAGE).text

    assert "Kæden er brudt ved post 2." in html
    assert "Kæden holder" not in html


@pytest.mark.parametrize("username", ["rita", "gorm", "bodil"])
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}.csv"])
def test_only_administrators_read_the_trail(
    people: Flask, username: str, path: str
) -> None:
    assert sign_in(people, username).get(path).status_code == 403


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}.csv"])
def test_the_trail_asks_for_a_sign_in(people: Flask, path: str) -> None:
    assert Browser(people).get(path).location == f"/log-ind?videre={path}"
