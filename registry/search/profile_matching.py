"""The numbers by which the search takes words apart and reads them as others.

They are sections of the profile (`profile.py`), which says how each is told.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Analysis:
    """How texts are taken apart, in documents as in questions. It stands in the index,
    which another value makes anew.
    """

    shortest_part: int = 4
    """A part of a compound has so many letters or more (letters, 3 to 8). At 5 «hjemlos
    mand på psyk, aner ikke hvor han horer til, hvem ringer vi til» is answered
    otherwise: psyk has four.
    """


@dataclass(frozen=True)
class Matching:
    """When a word of a question is read as another one, and how sure that is."""

    shortest_word: int = 2
    """A word of fewer letters carries no subject (letters, 1 to 3). At 1 «skizo ptn tør
    ik almindelig tandlæge, noget særligt t dem» is answered first with the guidance on
    it.
    """

    longest_inflection: int = 4
    """A longer ending than this makes another word than the light one whose stem it has
    (letters, 1 to 9). At 1 «forventet udskrivnings dato funktionsniveau løbende besked»
    is answered otherwise.
    """

    shortest_half: int = 3
    """A shorter word is no half of a compound that was written apart (letters, 1 to 6).
    At 1 «plads på bostedet først om tre måneder men patienten er klar» is answered
    otherwise, for plads and er are made pladser.
    """

    shortest_joined: int = 6
    """A shorter word is never made of two (letters, 3 to 14). At 14 «tolke bistand» has
    no answer: tolkebistand has twelve.
    """

    shortest_misspelt: int = 5
    """A shorter word is not taken for a slip of the finger, nor, unless many documents
    hold the other, for one without Danish letters (letters, 3 to 8). At 8 «kommnue
    støtte» has no answer.
    """

    often: int = 5
    """A word too short to be sure of is respelt only as one that so many documents hold
    (documents, 0 to 100). At 0 «aben» is read as åben, and answered with treatment
    during a stay.
    """

    shortest_piece: int = 3
    """A shorter piece is none of those that an unknown compound is made of (letters, 2
    to 6). At 4 «gopfrist» has no answer: GOP has three.
    """

    most_parts: int = 4
    """An unknown compound is taken into no more pieces (pieces, 1 to 6). At 1
    «mødefrist 5 arbejdsdage» is answered otherwise.
    """

    fewest_naming: int = 2
    """The words of a phrase are brought together from all over a question only where so
    many of them name something (words, 1 to 4). At 3 «hvilke niveauer kan man vælge
    imellem i en GOP» has no answer.
    """

    shortest_subject: int = 4
    """Where a question requires nothing, an ordinary word is its subject if it has so
    many letters (letters, 1 to 9). At 9 «skal vi kontakte misbrugscentret inden
    patienten går hjem» is answered otherwise.
    """

    shortest_clipped: int = 4
    """A shorter word is not the beginning of others (letters, 3 to 30). At 30 «palliat
    indsats» has no answer.
    """

    clipped_first: int = 4
    """A word clipped in both its halves has so many letters of the first (letters, 2 to
    8). At 6 «forlprogram» is answered otherwise.
    """

    clipped_last: int = 3
    """A word clipped in both its halves has so many letters of the last (letters, 1 to
    8). At 6 «plejeforlplan» has no answer.
    """

    shortest_unit: int = 3
    """A unit of time of fewer letters makes no length with a number that stands apart
    from it (letters, 1 to 9). At 9 «7 dg genoptr ellers privat, også når det er på
    hosp?» is answered with other rows too.
    """

    shortest_cited: int = 3
    """A number of fewer figures is no paragraph without its sign (figures, 1 to 5).
    At 5 «krisecenter 109» has no answer.
    """

    shortest_place: int = 3
    """A word of fewer letters names no place (letters, 1 to 12). At 12 «NOH medicinsk,
    gammel dame utryg ved at komme hjem, hvem ringer til følgehjem» is answered first by
    a row of another hospital.
    """

    own_times: int = 2
    """A word is of the field where more than so many times as many documents hold it as
    hold it only in what people ask (times, 0 to 50). At 0 «betlaar» is
    taken for «betalar», which nobody here writes, and has an answer.
    """

    shortest_asked: int = 9
    """A word that stands only in what people ask may be meant by a slip where it has so
    many letters (letters, 5 to 20). At 20 «hvem giver pencillin intravenøst hjemme» has
    no answer.
    """

    corrected: float = 0.85
    """How sure a corrected word is to be the one that was meant (share, 0 to 1). At 0.2
    «kommunikationsaftlen» has no answer.
    """

    narrower: float = 0.8
    """How sure a narrower word is to mean the term that it stands under (share, 0 to
    1). At 0.2 «gadesover udskrives fra psyk» is answered otherwise.
    """
