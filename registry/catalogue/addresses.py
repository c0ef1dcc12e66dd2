"""The addresses of the catalogue's things, for those who give them out without serving
pages.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import quote, urlencode, urlsplit

from registry.catalogue.snapshot import Snapshot
from registry.clock import Moment, today


def is_local(public_url: str) -> bool:
    """Whether an address leads nowhere but to the machine that it is written on."""
    host = (urlsplit(public_url).hostname or "").rstrip(".")
    try:
        address = ip_address(host)
    except ValueError:
        return host in ("", "localhost") or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


def row(snapshot: Snapshot, row_id: str) -> str:
    """A row, by the name that its agreement and its key make together."""
    return _address(snapshot, f"/snitflader/{quote(row_id)}")


def agreement(snapshot: Snapshot, slug: str, anchor: str = "") -> str:
    """An agreement, or a place on its page."""
    return _address(snapshot, f"/aftaler/{quote(slug)}", anchor)


def agreements(snapshot: Snapshot) -> str:
    """The list of agreements."""
    return _address(snapshot, "/aftaler")


def version(snapshot: Snapshot, slug: str, number: int) -> str:
    """One version of an agreement, whatever is in force."""
    return _address(snapshot, f"/aftaler/{quote(slug)}/udgaver/{number}")


def original(snapshot: Snapshot, slug: str, number: int) -> str:
    """The file that a version was taken in from."""
    return _address(snapshot, f"/aftaler/{quote(slug)}/udgaver/{number}/original")


def organisation(snapshot: Snapshot, slug: str) -> str:
    """An organisation."""
    return _address(snapshot, f"/organisationer/{quote(slug)}")


def organisations(snapshot: Snapshot) -> str:
    """The list of organisations."""
    return _address(snapshot, "/organisationer")


def health_agreement(snapshot: Snapshot, slug: str) -> str:
    """A health agreement with what follows it."""
    return _address(snapshot, f"/sundhedsaftaler/{quote(slug)}")


def goal(snapshot: Snapshot, key: str = "maal") -> str:
    """A national goal; without a key all of them."""
    return _address(snapshot, "/sundhedsaftaler", key)


def term(snapshot: Snapshot, key: str) -> str:
    """A word in the word list."""
    return _address(snapshot, "/ordliste", key, ord=key)


def question(snapshot: Snapshot, text: str) -> str:
    """The answer to a question."""
    return _address(snapshot, "/soeg", q=text)


def lasting_version(public_url: str, slug: str, number: int) -> str:
    """Where a version stands for good; whole, since documents carry it."""
    return f"{public_url.rstrip('/')}/aftaler/{quote(slug)}/udgaver/{number}"


def appendix(public_url: str, parameters: Mapping[str, str]) -> str:
    """Where an appendix is made again as it was; whole, since documents carry it."""
    return f"{public_url.rstrip('/')}/appendiks?{urlencode(parameters)}"


def edition(public_url: str, number: int) -> str:
    """Where an issued appendix lies for good; whole, since it is sent to others."""
    return f"{public_url.rstrip('/')}/appendiks/udstedt/{number}"


def status_paper(public_url: str, slug: str, occasion: str, moment: Moment) -> str:
    """Where a status paper is made again as it was; whole, since documents carry it."""
    asked = {"slags": occasion, "pr": moment.pr.isoformat()}
    if moment.vist is not None:
        asked["vist"] = moment.vist.isoformat()
    path = f"/sundhedsaftaler/{quote(slug)}/statuspapir"
    return f"{public_url.rstrip('/')}{path}?{urlencode(asked)}"


def one_time_link(public_url: str, key: str) -> str:
    """Where a person sets a password; whole, since it is sent to them."""
    return f"{public_url.rstrip('/')}/log-ind/engangslink/{quote(key)}"


def adoption(public_url: str, secret: str) -> str:
    """Where a party reads the text it is asked to adopt; whole, since it is sent to
    them.
    """
    return f"{public_url.rstrip('/')}/vedtagelse/{quote(secret)}"


def _address(snapshot: Snapshot, path: str, anchor: str = "", **asked: str) -> str:
    """The path with the snapshot's date and moment, so that it leads to what was given
    out.
    """
    moment = snapshot.moment
    carried = asked if moment.pr == today() else {**asked, "pr": moment.pr.isoformat()}
    if moment.vist is not None:
        carried["vist"] = moment.vist.isoformat()
    query = f"?{urlencode(carried)}" if carried else ""
    return f"{path}{query}{f'#{quote(anchor)}' if anchor else ''}"
