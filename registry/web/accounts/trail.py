"""The audit trail for administrators: who did what, and whether the chain holds."""

import csv
import io

from flask import Blueprint, Response, render_template, request

from registry import trail
from registry.exports.csv_ import guard
from registry.models import AuditEntry, Role
from registry.trail import Wanted
from registry.web import access
from registry.web.reading import services

pages = Blueprint("trail", __name__, url_prefix="/redaktion")

# What is not named here is shown by the name it has in the trail.
ACT_LABELS = {
    "load": "indlæste katalog",
    "sign-in": "loggede ind",
    "sign-in-refused": "blev afvist ved login",
    "sign-out": "loggede ud",
    "password-change": "ændrede adgangskode",
    "password-link": "satte adgangskode ved engangslink",
    "account-add": "oprettede konto",
    "account-link": "lavede engangslink",
    "account-roles": "ændrede roller",
    "account-close": "lukkede konto",
    "account-reopen": "genåbnede konto",
    "draft-begun": "begyndte kladde",
    "draft-saved": "gemte i kladde",
    "draft-set-aside": "fik tekst lagt til side",
    "draft-added": "tilføjede snitflade i kladde",
    "draft-moved": "flyttede snitflade i kladde",
    "draft-removed": "fjernede snitflade fra kladde",
    "taken-in": "indlæste kladde",
    "approval-undone": "ophævede godkendelse ved at ændre",
    "indsend": "sendte til godkendelse",
    "tag-tilbage": "tog kladde tilbage",
    "godkend": "godkendte",
    "returner": "returnerede",
    "til-vedtagelse": "sendte til vedtagelse",
    "offentliggoer": "offentliggjorde",
    "traek-tilbage": "trak kladde tilbage",
    "adoption": "registrerede vedtagelse",
    "edition": "udstedte appendiks",
    "review": "registrerede gennemgang",
    "proposed": "foreslog",
    "confirmed": "bekræftede forslag",
    "rejected": "afviste forslag",
    "retracted": "trak forslag tilbage",
}
COLUMNS = ("Nr.", "Tidspunkt (UTC)", "Hvem", "Handling", "Emne", "Detaljer", "Før", "Hash")


@pages.get("/historik")
@access.requires(Role.ADMINISTRATOR)
def listing() -> str:
    wanted = Wanted(actor=_asked("hvem"), act=_asked("handling"), subject=_asked("emne"))
    actors, acts = trail.choices(services().engine)
    return render_template(
        "trail.html",
        wanted=wanted,
        page=trail.page(services().engine, wanted, _number(_asked("side"))),
        actors=actors,
        acts=acts,
        labels=ACT_LABELS,
        broken=trail.first_broken(services().engine),
    )


@pages.get("/historik.csv")
@access.requires(Role.ADMINISTRATOR)
def as_csv() -> Response:
    """Everything, for an archive or an auditor. Semicolons and a byte order mark, for Excel."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in trail.everything(services().engine):
        writer.writerow([guard(cell) for cell in _cells(entry)])
    return Response(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="historik.csv"'},
    )


def _cells(entry: AuditEntry) -> list[str]:
    shown = (entry.id, entry.at.isoformat(), entry.actor, entry.act, entry.subject, entry.detail)
    return [str(cell) for cell in (*shown, entry.previous, entry.hash)]


def _asked(name: str) -> str:
    return request.args.get(name, "").strip()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 1
