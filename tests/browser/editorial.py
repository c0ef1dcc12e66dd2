"""The editorial side for the tests' browser: people, and work in every state it can be
in.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from registry.accounts import accounts, credentials
from registry.catalogue.findings import ShownFinding, findings_in
from registry.catalogue.queries import Catalogue
from registry.clock import Moment, today
from registry.exports import proposing
from registry.exports.request import AppendixRequest
from registry.intake import service
from registry.models import Account
from registry.publishing import beginning, editing, finding_drafts
from registry.publishing.acts import perform
from registry.publishing.drafts import changes_of, open_drafts, read_draft
from registry.records import proposals
from registry.rules.version_content import MAIN, part_digest, part_of
from registry.storage.db import connect
from tests.browser.live import DATABASE
from tests.web.people import PEOPLE, add_both_sided, add_people

SIGNATURE = "Det er set, og det er meningen."
TO_MEND, TO_APPROVE, TO_ADOPT = "hjemloese", "demens", "rygestop"
ENDING = {
    "agreement": "ernaering",
    "effective_on": date(2027, 6, 1),
    "reason": "Aftalen afløses af en ny.",
}
# Sure ones, and more than are accepted at one width.
DUTIES = (
    "Hospitalet ringer til egen læge om ny medicin. Kommunen henter borgerens post."
)
# A page number to be left out, and a table in which an actor is unknown.
PASTED = """Aftale om prøver

Kort sagt: der tages prøver.

Økonomi

Regionen betaler.

12

Udskrivning

Opgave            Udføres af            Betales af
Varsle kommunen   Hospital              Region
Tage prøven       Den fælles enhed      Kommune
"""


@dataclass(frozen=True)
class Work:
    """The catalogue that the site serves, and those who work in it."""

    catalogue: Catalogue
    people: dict[str, Account]

    def begin(self, slug: str, **values: Any) -> int:
        """A draft of the agreement in which Rita has written. One that another test
        left open is laid aside.
        """
        if left := open_drafts(self.catalogue).get(slug):
            self.act(left, "withdraw", "rita")
        draft = beginning.begin_version(self.catalogue, slug, self.people["rita"])
        self.write(draft, **values)
        return draft

    def write(
        self, draft: int, part: str = MAIN, by: str = "rita", **values: Any
    ) -> None:
        base = part_digest(part_of(read_draft(self.catalogue, draft).content, part))
        editing.save(self.catalogue, draft, part, values, base, self.people[by])

    def act(self, draft: int, name: str, by: str) -> None:
        at_hand = read_draft(self.catalogue, draft)
        seen = at_hand.fingerprint
        signed = {f.signature: SIGNATURE for f in at_hand.gate_findings if f.signable}
        perform(self.catalogue, draft, name, self.people[by], seen=seen, signed=signed)

    def rows(self, draft: int) -> list[str]:
        """The tasks of a draft, in order."""
        return [row["task"] for row in read_draft(self.catalogue, draft).content.rows]

    def first_row(self, draft: int) -> str:
        return str(read_draft(self.catalogue, draft).content.rows[0]["key"])


def work_in(folder: Path) -> Work:
    """The work on the catalogue in the folder, to which people are added."""
    engine = connect(f"sqlite:///{(folder / DATABASE).as_posix()}")
    add_people(engine)
    add_both_sided(engine)
    by_username = {account.username: account for account in accounts.listing(engine)}
    return Work(Catalogue(engine), {name: by_username[name] for name, _, _ in PEOPLE})


@dataclass(frozen=True)
class Prepared:
    """What the pages are about: drafts in several states, a proposal, and two
    unguessable links.
    """

    to_mend: int
    row: str
    to_approve: int
    to_adopt: int
    taken_in: int
    secret: str
    proposal: int
    edition: int
    change: int
    one_time: str
    finding: str


def prepare(work: Work) -> Prepared:
    to_mend = work.begin(
        TO_MEND,
        economics="",
        title="Borgere uden hjem og <i>adresse</i>",
        treatment_responsibility=DUTIES,
    )
    row = work.first_row(to_mend)
    work.write(to_mend, row, section="Findes ikke", situation="udfyldes senere")
    to_approve = work.begin(TO_APPROVE, economics="")
    work.act(to_approve, "submit", "rita")
    to_adopt = work.begin(TO_ADOPT, summary="Hvem gør hvad, når det gælder rygning.")
    for name, by in (
        ("submit", "rita"),
        ("approve", "gorm"),
        ("send-for-adoption", "gorm"),
    ):
        work.act(to_adopt, name, by)
    (link,) = read_draft(work.catalogue, to_adopt).links
    wanted = service.Wanted(title="Aftale om prøver")
    return Prepared(
        to_mend=to_mend,
        row=row,
        to_approve=to_approve,
        to_adopt=to_adopt,
        taken_in=service.take_in_text(
            work.catalogue, PASTED, wanted, work.people["rita"]
        ),
        secret=link.secret,
        proposal=proposals.propose(
            work.catalogue, "ending", [ENDING], work.people["rita"]
        ),
        edition=proposing.propose(
            work.catalogue,
            AppendixRequest("sundhedsaftale-2024-2027", Moment(today())),
            "http://katalog.example",
            "Til mødet i december",
            work.people["rita"],
        ),
        change=changes_of(work.catalogue, to_mend)[0].contribution.id or 0,
        one_time=credentials.issue_link(work.catalogue.engine, "ada", actor="test"),
        finding=_taken_up(work, to_mend).id,
    )


def _taken_up(work: Work, draft: int) -> ShownFinding:
    """The last finding of today, when the first is in the draft already."""
    first, *_, last = findings_in(work.catalogue.today())
    slug = read_draft(work.catalogue, draft).slug
    finding_drafts.take_up(work.catalogue, first, slug, work.people["rita"])
    return last
