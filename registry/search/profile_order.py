"""The numbers by which the search orders rows and says how much they cover.

They are sections of the profile (`profile.py`), which says how each is told.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """What a row's score is summed of. It orders the rows that cover the same share of
    the question.
    """

    unseen: float = 0.5
    """Added to the number of documents that hold a word: the less, the heavier the
    rarest (documents, 0.05 to 10). At 8 «plads på bostedet først om tre måneder men
    patienten er klar» is answered otherwise.
    """

    least_field: float = 0.5
    """What a word counts for in a field of no weight, against the weightiest (share, 0
    to 1). At 1 «misbrugsbehandling under indlæggelsen» is answered otherwise.
    """

    own_words: float = 0.5
    """What a row's own words add to what the name of its task gives: it breaks the tie
    between rows of one task (share, 0 to 2). At 0 «hvem står for misbrugsbehandling
    mens borgeren er indlagt» is answered first with what goes on afterwards.
    """

    word_by_word: float = 0.75
    """What a phrase counts for where its words stand, but apart (share, 0 to 1.5). At
    0.1 «hvem skal spørge om patienten får støtte fra kommunen i forvejen» is answered
    otherwise.
    """

    favour: float = 0.8
    """What a favoured word, a phase, an actor or a target group, adds of its weight
    (share, 0 to 2). At 0 «hvem spørger borgeren om kommunal støtte ved indlæggelsen» is
    answered otherwise.
    """

    least_favoured: float = 2.5
    """A favoured word weighs no less, however common it is (weight, 0 to 6). At 0 «hvem
    står for misbrugsbehandling mens borgeren er indlagt» is answered first with what
    goes on afterwards.
    """

    in_facet: float = 1.0
    """What a favoured word counts for where the row has the facet and not the word
    (share, 0 to 3). At 3 «alkoholforgiftning indlagt» is answered otherwise.
    """

    same_sector: float = 0.4
    """What a favoured actor counts for where the row has another of its sector (share,
    0 to 1). At 0 «henv t psyk udefra, hvor sender lægen den» has fewer rows.
    """

    other_group: float = -1.0
    """What a favoured target group counts for where the row is for others (share, -2 to
    0). At 0 «rusmiddelcenter vil ik se pt før psykosen er væk må de det» has more rows.
    """

    other_phase: float = -0.35
    """What a phase told by more than a word counts for where the row is of another
    (share, -2 to 0). At 0 «skal kommunen vente med sagsbehandling til patienten er
    udskrevet» is answered otherwise.
    """

    light: float = 0.3
    """What a light word adds, of its weight: it breaks ties (share, 0 to 1). At 0
    «kørestol varigt behov» is answered otherwise.
    """

    shortest_light: int = 5
    """A shorter light word adds nothing (letters, 1 to 9). At 1 «skal vi kontakte
    misbrugscentret inden patienten går hjem» is answered otherwise.
    """

    words: float = 0.9
    """What its plain words add to a row's score (share, 0 to 3). At 0 «uth sket i
    hj.plejen - sender jeg den t regionen el kom» is answered otherwise.
    """

    stated: float = 5.0
    """Added to a row that states the field which the question word asks for (score, 0
    to 12). At 0 «hvornår herberg» is answered first by a row without a deadline.
    """


@dataclass(frozen=True)
class Choosing:
    """Which cards of a kind a question asks for (`cards/choosing.py`)."""

    half: float = 0.5
    """A card that the words left point at has so many of them (share, 0 to 1). At 1
    «nationalt mål liggetid ældre» has no answer.
    """

    itself: int = 3
    """How surely an agreement is about a word that it has itself (weight, 0 to 9).
    At 0 «gælder kommunikationsaftalen stadig» is answered with no agreement.
    """

    by_term: int = 2
    """How surely it is about a word by the term that the word is of (weight, 0 to 9).
    At 9 «hvornår trådte samarbejdsaftalen om voksne med psykisk sygdom i kraft» is
    answered with the former one.
    """

    by_parts: int = 1
    """How surely it is about a word that it has all the parts of (weight, 0 to 9).
    At 0 «er de praktiserende læger med som part i psykiatriaftalen om voksne nu, det
    var de da ikke før» is answered with rows.
    """


@dataclass(frozen=True)
class Coverage:
    """How much of a question must be covered; the rest must be explained."""

    rare: float = 0.12
    """A group or an actor that stands in fewer documents must be covered, and is not
    only favoured (share of the documents, 0 to 1). At 0 «hvor ligger retspsykiatri på
    specialfunktionsniveau» is answered otherwise.
    """

    half: float = 0.5
    """An agreement is named where a section covers so much (share, 0 to 1). At 0.2
    «hvem betaler ledsager fra bostedet under indlæggelse på somatisk afdeling» is
    answered otherwise. At 0.9 «72t bosted» names fewer.
    """
