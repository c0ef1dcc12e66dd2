"""The audit trail for administrators: who did what, and whether the chain holds."""

from collections.abc import Mapping

from flask import Blueprint, Response, render_template, request

from registry.models import AuditEntry, Role
from registry.publishing.states import ACTS
from registry.services import services
from registry.storage import trail
from registry.storage.events import Event, Recorded, current_key, keys_of
from registry.storage.trail import Wanted
from registry.web.frame import access
from registry.web.frame.files import csv_file
from registry.web.frame.people import name_of

pages = Blueprint("trail", __name__, url_prefix="/redaktion")

COLUMNS = (
    "Nr.",
    "Tidspunkt (UTC)",
    "Hvem",
    "Handling",
    "Emne",
    "Detaljer",
    "Før",
    "Hash",
    "Handling på dansk",
    "Forsegler",
)


@pages.get("/historik")
@access.requires(Role.ADMINISTRATOR)
def listing() -> str:
    wanted = Wanted(
        actor=_asked("hvem"),
        event=current_key(_asked("handling")),
        subject=_asked("emne"),
    )
    actors, keys = trail.filter_options(services().engine)

    return render_template(
        "accounts/trail.html",
        wanted=wanted,
        page=trail.page(services().engine, wanted, _number(_asked("side"))),
        actors=actors,
        names={actor: name_of(actor) for actor in actors},
        keys=keys,
        labels=_labels(),
        broken=trail.first_broken(services().engine),
    )


@pages.get("/historik.csv")
@access.requires(Role.ADMINISTRATOR)
def as_csv() -> Response:
    """Everything, for an archive or an auditor: the key as it is stored and hashed, and
    the name that the same has by any of its keys.
    """
    labels = _labels()
    entries = trail.everything(services().engine)
    return csv_file("historik.csv", [COLUMNS, *(_cells(e, labels) for e in entries)])


def _cells(entry: AuditEntry, labels: Mapping[str, str]) -> list[str]:
    shown = (
        entry.id,
        entry.at.isoformat(),
        entry.actor,
        entry.event_key,
        entry.subject,
        entry.detail,
    )

    label = labels.get(entry.event_key, entry.event_key)
    hashed = (entry.previous, entry.hash, label, entry.sealed)
    return [str(cell) for cell in (*shown, *hashed)]


def _labels() -> dict[str, str]:
    """What each event is called, by every key it may have; what is not there is shown
    by its key.
    """
    known: tuple[Recorded, ...] = (*Event, *ACTS.values())
    return {key: one.trail for one in known for key in keys_of(one.key)}


def _asked(name: str) -> str:
    return request.args.get(name, "").strip()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 1
