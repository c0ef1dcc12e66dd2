"""Which entries of the trail make rows of which tables, and what those are called."""

from registry.models import Choosing, Edit, Outcome
from registry.storage.events import Event, keys_of

# An entry with one of these keys made a row of the table, which it seals.
MADE: dict[str, tuple[str, ...]] = {
    "account": (Event.ACCOUNT_ADD.key,),
    "adoption": (Event.ADOPTION.key,),
    "adoption_link": keys_of("send-for-adoption"),
    "approval": (*keys_of("approve"), *keys_of("return")),
    "contribution": tuple(Event[f"DRAFT_{edit.name}"].key for edit in Edit),
    "draft_comment": (
        Event.COMMENTED.key,
        Event.COMMENT_ANSWERED.key,
        Event.COMMENT_CLOSED.key,
    ),
    "edition": (Event.EDITION.key,),
    "finding_draft": (Event.FINDING_TAKEN_UP.key,),
    "handover": (Event.DRAFT_HANDED_OVER.key,),
    "intake": (Event.TAKEN_IN.key,),
    "proposal": (Event.PROPOSED.key,),
    "resolution": tuple(Event[outcome.name].key for outcome in Outcome),
    "review": (Event.REVIEW.key,),
    "suggestion_decision": tuple(Event[f"SUGGESTION_{c.name}"].key for c in Choosing),
    "version": (Event.DRAFT_BEGUN.key, *keys_of("publish")),
}
LABELS = {
    "account": "Kontoen",
    "adoption": "Vedtagelsen",
    "adoption_link": "Linket til vedtagelse",
    "agreement": "Aftalen",
    "aim": "Sundhedsaftalens mål",
    "approval": "Godkendelsen",
    "confirmation": "Bekræftelsen af en snitflade",
    "contact_point": "Kontaktpunktet",
    "continuation": "Videreførelsen",
    "contribution": "Ændringen i en kladde",
    "draft_comment": "Kommentaren til en kladde",
    "edition": "Det udstedte appendiks",
    "edition_file": "Filen i et udstedt appendiks",
    "editor_note": "Den redaktionelle bemærkning",
    "ending": "Ophøret",
    "finding_draft": "Fundet, som en kladde skal rette,",
    "handover": "Overdragelsen af en kladde",
    "health_agreement": "Sundhedsaftalen",
    "implementation": "Implementeringen i en kommune",
    "intake": "Den indlæste original",
    "measurement": "Målingen af en indikator",
    "organisation": "Organisationen",
    "party": "Parten i en udgave",
    "proposal": "Forslaget",
    "rekeying": "Den nye opgavetype",
    "relation": "Forbindelsen mellem aftaler",
    "resolution": "Afgørelsen af et forslag",
    "review": "Gennemgangen",
    "settling": "Afgørelsen af et fund",
    "shown_original": "Originalen til læserne",
    "snitflade": "Snitfladen",
    "status_report": "Statussen på en sundhedsaftale",
    "succession": "Afløsningen af en part",
    "suggestion_decision": "Valget om en foreslået snitflade",
    "term": "Begrebet",
    "version": "Udgaven",
    "word": "Ordet i en ordliste",
}


def label(name: str, row: object) -> str:
    """A row as people know it, by its table and id."""
    return f"{LABELS.get(name, f'Rækken i «{name}»')} med id {row}"
