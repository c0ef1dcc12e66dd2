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
    NOT_WORD = (
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
    MACROS = (
        "Filen indeholder makroer eller ActiveX-kontrolelementer, og dem tager "
        "kataloget ikke imod. Gem den i Word som Word-dokument (.docx) uden makroer, "
        "og prøv igen."
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
        "Filen indeholder ingen tekst. Er den indscannet, så find den oprindelige "
        "Word-fil, eller skriv teksten af."
    )
    TEMPLATE = (
        "Filen henter sin skabelon et andet sted fra ({}). Fjern den i Word under "
        "Filer > Indstillinger > Tilføjelsesprogrammer > Administrer: Skabeloner > "
        "Udfør, tøm feltet Dokumentskabelon, og gem."
    )
    PICTURE = (
        "Filen henter et billede et andet sted fra ({}). Vælg i Word Filer > "
        "Oplysninger > Rediger links til filer, og bryd linket, eller slet billedet, "
        "og gem."
    )
    OBJECT = (
        "Filen henter et objekt, fx et regneark, et andet sted fra ({}). Vælg i Word "
        "Filer > Oplysninger > Rediger links til filer, bryd linket, og gem."
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
    DATA_SOURCE = (
        "Filen er et brevfletningsdokument, der henter data et andet sted fra ({}). "
        "Vælg i Word Forsendelser > Start brevfletning > Almindeligt Word-dokument, og "
        "gem."
    )
    ELSEWHERE = (
        "Filen henter noget et andet sted fra ({}). Kopiér teksten til et nyt "
        "dokument, og gem det."
    )


# What may be fetched from elsewhere, by the last word of the relationship's type.
FETCHED: Mapping[str, Refusal] = {
    "attachedtemplate": Refusal.TEMPLATE,
    "image": Refusal.PICTURE,
    "oleobject": Refusal.OBJECT,
    "package": Refusal.OBJECT,
    "subdocument": Refusal.SUBDOCUMENT,
    "frame": Refusal.FRAME,
    "mailmergesource": Refusal.DATA_SOURCE,
    "mailmergeheadersource": Refusal.DATA_SOURCE,
}
LONGEST_TARGET = 100
# What else a file may be, by how it begins.
BEGINNINGS: Mapping[bytes, Refusal] = {b"%PDF-": Refusal.PDF, b"{\\rtf": Refusal.RTF}
# What a packed file is, by the types of its parts; a document may hold the others
# inside it.
WORD_TYPE = "wordprocessingml"
OTHER_TYPES: Mapping[str, Refusal] = {
    "spreadsheetml": Refusal.SPREADSHEET,
    "presentationml": Refusal.SLIDES,
}


def refused(refusal: Refusal, target: str = "") -> BadInput:
    """The error that tells why. `target`: what would have been fetched."""
    shown = (
        target if len(target) <= LONGEST_TARGET else f"{target[: LONGEST_TARGET - 1]}…"
    )
    return BadInput(refusal.format(shown), "fil")
