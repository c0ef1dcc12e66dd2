"""What a reader can be led to by name: tasks, terms, agreements and organisations, in
the order in which they are offered.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from registry.catalogue import addresses
from registry.catalogue.snapshot import ShownAgreement, Snapshot
from registry.catalogue.told import told
from registry.language.sorting import danish_key
from registry.models import Organisation
from registry.rules.fields import VERSION_FIELDS_BY_NAME, Scheme
from registry.rules.older import today_and_older
from registry.rules.organisations import ORGANISATION_KINDS


@dataclass(frozen=True)
class Offer:
    """A thing by its name: what it is, and where it stands. `tells_names`: its other
    names are names to read, and not what people write in a hurry.
    """

    kind: str
    label: str
    meaning: str
    url: str
    other_names: tuple[str, ...] = ()
    tells_names: bool = True


def offers(snapshot: Snapshot) -> list[Offer]:
    """Everything that can be offered at the moment, kind by kind in Danish order;
    agreements that answer before those that do not.
    """
    return [
        *_tasks(snapshot),
        *_terms(snapshot),
        *_agreements(snapshot),
        *_organisations(snapshot),
    ]


def _tasks(snapshot: Snapshot) -> Iterator[Offer]:
    """The kinds of tasks that have rows in force; asking for one shows them."""
    rows = Counter(row.task_key for row in snapshot.answering_rows)
    tasks = snapshot.vocabulary.schemes[Scheme.TASKS].values()
    for task in sorted(tasks, key=lambda task: danish_key(task.label)):
        if count := rows[task.key]:
            counted = f"{count} {'snitflade' if count == 1 else 'snitflader'}"
            address = addresses.question(snapshot, task.label)
            also = tuple(task.also)
            yield Offer("task", task.label, counted, address, also, tells_names=False)


def _terms(snapshot: Snapshot) -> Iterator[Offer]:
    for term in snapshot.terms.values():
        others = (*term.same, *term.abbreviations, *term.everyday)
        address = addresses.term(snapshot, term.key)
        today, _ = today_and_older(term.meaning)
        yield Offer("term", term.term, today, address, others)


def _agreements(snapshot: Snapshot) -> Iterator[Offer]:
    for agreement in sorted(snapshot.sorted_agreements(), key=lambda a: not a.answers):
        address = addresses.agreement(snapshot, agreement.slug)
        title = agreement.shown.version.title
        yield Offer("agreement", title, _kind_and_status(snapshot, agreement), address)


def _kind_and_status(snapshot: Snapshot, agreement: ShownAgreement) -> str:
    kind = told(snapshot, VERSION_FIELDS_BY_NAME["kind"], agreement.shown.version.kind)
    return f"{kind}, {agreement.status.status.value}"


def _organisations(snapshot: Snapshot) -> Iterator[Offer]:
    listed = snapshot.organisations.values()
    for organisation in sorted(listed, key=lambda o: danish_key(o.name)):
        address = addresses.organisation(snapshot, organisation.slug)
        yield Offer("organisation", organisation.name, _kind(organisation), address)


def _kind(organisation: Organisation) -> str:
    kind = ORGANISATION_KINDS.get(organisation.kind)
    return kind.label if kind else organisation.kind.replace("-", " ").capitalize()
