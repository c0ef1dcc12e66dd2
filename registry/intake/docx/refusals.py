"""Why a Word file is not taken in, each with the way on."""

from collections.abc import Mapping
from enum import StrEnum

from registry.errors import BadInput
from registry.intake.limits import LARGEST_FILE, MEGABYTE


class Refusal(StrEnum):
    """Why a file is not taken in, and what to do about it."""

    EMPTY = "Filen er tom. Vælg en Word-fil (.docx)."
    TOO_LARGE = (
        f"Filen fylder mere end {LARGEST_FILE // MEGABYTE} MB. Fjern eller komprimér "
        "billederne i Word, eller del dokumentet i flere, og prøv igen."
    )
    NOT_DOCX = (
        "Filen er ikke en Word-fil (.docx). Åbn den i Word, og gem den som "
        "Word-dokument (.docx)."
    )
    PDF = (
        "Filen er en PDF. Hent Word-filen, som den er lavet af, eller kopiér teksten, "
        "og sæt den ind som tekst."
    )
    OLD = (
        "Filen er fra en ældre udgave af Word (.doc). Åbn den i Word, vælg Gem som, og "
        "gem den som Word-dokument (.docx)."
    )
    RTF = (
        "Filen er i formatet RTF. Åbn den i Word, og gem den som Word-dokument (.docx)."
    )
    ODT = (
        "Filen er et OpenDocument-dokument (.odt). Åbn den i Word eller LibreOffice, "
        "og gem den som Word-dokument (.docx)."
    )
    SPREADSHEET = "Filen er et regneark. Kun Word-dokumenter (.docx) kan indlæses."
    SLIDES = "Filen er en præsentation. Kun Word-dokumenter (.docx) kan indlæses."
    LOCKED = (
        "Filen er beskyttet med adgangskode eller rettighedsstyring. Fjern "
        "beskyttelsen i Word under Filer > Oplysninger > Beskyt dokument, gem filen, "
        "og prøv igen."
    )
    ACTIVEX = (
        "Filen indeholder ActiveX-kontrolelementer, og dem tager kataloget ikke imod. "
        "Slet dem i Word (Udvikler > Designtilstand), eller kopiér teksten til et nyt "
        "dokument, gem det som Word-dokument (.docx), og prøv igen."
    )
    BOMB = (
        "Filen pakker sig ud til meget mere, end et dokument kan fylde, og er derfor "
        "ikke åbnet. Kopiér teksten til et nyt dokument, gem det, og prøv igen."
    )
    ENTITIES = (
        "Filen indeholder XML-definitioner (DOCTYPE), som Word aldrig selv skriver, og "
        "er derfor ikke åbnet. Åbn den i Word, gem den på ny som Word-dokument "
        "(.docx), og prøv igen."
    )
    BROKEN = (
        "Filen er beskadiget og kan ikke åbnes. Åbn den i Word, vælg Gem som, og gem "
        "den på ny som Word-dokument (.docx)."
    )
    NO_TEXT = (
        "Filen indeholder ingen tekst. Se efter, om det er den rigtige fil, eller "
        "skriv teksten i Word, gem, og prøv igen."
    )
    SCANNED = (
        "Filen indeholder kun billeder og ingen tekst. Er den indscannet, så find den "
        "oprindelige Word-fil, eller skriv teksten af."
    )
    PROMPTS = (
        "Filen er en skabelon, som ikke er udfyldt: Den indeholder kun vejledning i "
        "felter ({}). Udfyld felterne i Word, gem, og prøv igen."
    )
    SUBDOCUMENT = (
        "Filen er et hoveddokument, der henter dele af sin tekst et andet sted fra "
        "({}). Vælg i Word Vis > Disposition > Vis dokument > Fjern tilknytning, og "
        "gem."
    )
    FRAME = (
        "Filen henter en ramme med en webside et andet sted fra ({}). Kopiér teksten "
        "til et nyt dokument, og gem det."
    )
    INSERTED = (
        "Filen henter en del af sin tekst et andet sted fra ({}). Åbn den i Word, "
        "kopiér teksten til et nyt dokument, gem det, og prøv igen."
    )


# Text that stands elsewhere, by the last word of the relationship's type: without it
# the draft would lack what a reader of the file sees.
FETCHED: Mapping[str, Refusal] = {
    "subdocument": Refusal.SUBDOCUMENT,
    "frame": Refusal.FRAME,
    "afchunk": Refusal.INSERTED,
}
LONGEST_TARGET = 100
# What else a file may be, by how it begins.
BEGINNINGS: Mapping[bytes, Refusal] = {b"%PDF-": Refusal.PDF, b"{\\rtf": Refusal.RTF}
# What a packed file is, by the types of its parts; a document may hold the others
# inside it.
WORD_TYPES = ("wordprocessingml", "ms-word.document", "ms-word.template")
OTHER_TYPES: Mapping[str, Refusal] = {
    "spreadsheetml": Refusal.SPREADSHEET,
    "presentationml": Refusal.SLIDES,
}


def refused(refusal: Refusal, target: str = "") -> BadInput:
    """The error that tells why. `target`: what is in its way."""
    return BadInput(refusal.format(cut(target)), "fil")


def cut(target: str) -> str:
    """As much of an address as one looks at."""
    if len(target) <= LONGEST_TARGET:
        return target
    return f"{target[: LONGEST_TARGET - 1]}…"
