"""The numbers by which the search weighs words: how surely they are meant, in which
field they stand, and whether they are plain.

They are sections of the profile (`profile.py`), which says how each is told.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Levels:
    """How surely a token of a document means the word that was asked for; an exact word
    is the measure.
    """

    exact: float = 1.0
    """The word as it stands (share, 0 to 2). At 2 «uth» is answered first by who
    analyses them.
    """

    task: float = 1.35
    """The kind of task that the words name (share, 0 to 2). At 0.5 «uth» is answered
    first by who analyses them.
    """

    concept: float = 0.95
    """Another name of the same term (share, 0 to 2). At 0.4 «hvem står for
    misbrugsbehandling mens borgeren er indlagt» has no answer.
    """

    stem: float = 0.9
    """Another form of the word (share, 0 to 2). At 0.3 «almen eller specialiseret
    genoptræning hvem betaler» has no answer.
    """

    narrower: float = 0.6
    """A narrower name than the term asked for (share, 0 to 2). At 0.1 «skizo + hash,
    vis. til samlet beh. - hvornår skal regionen være i gang» is answered otherwise.
    """

    part: float = 0.55
    """A part of a compound (share, 0 to 2). At 0.9 «døende mand vil blive hjemme hos
    konen, hvem er tovholder på forløbet» is answered otherwise.
    """


@dataclass(frozen=True)
class FieldWeights:
    """What the fields beside a row's own weigh; a task weighs 3 (`ROW_FIELDS`)."""

    task_label: float = 2.5
    """The name of the kind of task, the same for all rows of it (weight, 0 to 6). At
    0.2 «hvem spørger borgeren om kommunal støtte ved indlæggelsen» is answered
    otherwise.
    """

    questions: float = 2.0
    """What people ask that the row answers (weight, 0 to 6). At 0 «han er færdigmeldt
    men bostedet har først plads om 2 mdr» is answered otherwise.
    """

    agreement: float = 1.2
    """The title of the agreement and whom it concerns (weight, 0 to 6). At 4 «botilbud
    vs plejecenter forskel» is answered otherwise.
    """

    heading: float = 2
    """The heading of a section (weight, 0 to 6). At 0.2 «hvilken region betaler
    transport til sygehusbehandling» is answered otherwise.
    """

    text: float = 1
    """The text of a section (weight, 0 to 6). At 4 «GOP» names the agreement on
    transport before that on rehabilitation.
    """


@dataclass(frozen=True)
class WordWeights:
    """What the plain words of rows count for (`rowwords.py`); those of the questions
    that a row answers are the measure.
    """

    names: float = 0.3
    """The words by which the row's kind of task is called (weight, 0 to 2). At 2 «hvem
    spørger borgeren om kommunal støtte ved indlæggelsen» is answered otherwise.
    """

    task: float = 2.0
    """The words of the row's task (weight, 0 to 6). At 6 «hvem står for
    misbrugsbehandling mens borgeren er indlagt» is answered otherwise.
    """

    situation: float = 0.5
    """The words of its situation and deadline (weight, 0 to 3). At 3 «kan pårørende
    indkalde til møde» is answered otherwise.
    """

    saturation: float = 1.2
    """How soon a word that is said again counts for no more (times, 0 to 5). At 0.1
    «hvem spørger borgeren om kommunal støtte ved indlæggelsen» is answered otherwise.
    """

    length: float = 0.3
    """How much a word counts for less where many are said (share, 0 to 1). At 1
    «ryger ind og ud + drikker, bliver væk fra alt - kan vi lave fælles plan m
    misbr.centret» is answered first by who may be refused.
    """

    foremost: int = 20
    """So many rows are looked at for their words alone (rows, 0 to 100). At 0 «henv t
    psyk udefra, hvor sender lægen den» is answered first with the team of residential
    homes.
    """
