"""Every number of the search that decides which answer comes, in one frozen profile.

Under each number stand what it does, what it is of and between what it may lie, and a
question that it decides on the shipped catalogue: what comes of it at another value.
`python -m tests.relevance.decided` asks them all.

Elsewhere stand the weights of a row's own fields (`FIELDS`), the lengths that are true
of Danish whatever is searched (`registry/language`), and the sizes of caches, which
decide nothing.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property

from registry.rules.fields import ROW_FIELDS
from registry.search.tokens import CONCEPT, EXACT, LAW, NARROWER, PART, STEM, TASK


@dataclass(frozen=True)
class Analysis:
    """How texts are taken apart, in documents as in questions. It stands in the index,
    which another value makes anew.
    """

    shortest_part: int = 4
    """A part of a compound has so many letters or more (letters, 3 to 8). At 5
    «opsøgende psykiatri hvem gør det» has no answer: psyk has four.
    """


@dataclass(frozen=True)
class Reading:
    """When a word of a question is read as another one, and how sure that is."""

    shortest_word: int = 2
    """A word of fewer letters carries no subject (letters, 1 to 3). At 1 «skizo ptn tør
    ik almindelig tandlæge, noget særligt t dem» is answered first with the guidance on
    it.
    """

    longest_inflection: int = 4
    """A longer ending than this makes another word than the light one whose stem it has
    (letters, 1 to 9). At 1 «iltapparat hjemme» has no answer.
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

    shortest_light_part: int = 5
    """A shorter light word is no piece of an unknown compound, for it may be the start
    of anything (letters, 2 to 12). At 12 «døgnpris særlig plads» has no answer.
    """

    most_parts: int = 4
    """An unknown compound is taken into no more pieces (pieces, 1 to 6). At 1
    «mødefrist 5 arbejdsdage» is answered otherwise.
    """

    fewest_naming: int = 2
    """The words of a phrase are brought together from all over a question only where so
    many of them name something (words, 1 to 4). At 3 «ung på 16 siger nej til at
    kommunen får behandlingsplanen» is answered first by the row on consent.
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

    corrected: float = 0.85
    """How sure a corrected word is to be the one that was meant (share, 0 to 1). At 0.2
    «kommunikationsaftlen» has no answer.
    """

    narrower: float = 0.8
    """How sure a narrower word is to mean the term that it stands under (share, 0 to
    1). At 0.2 «gadesover udskrives fra psyk» is answered otherwise.
    """


@dataclass(frozen=True)
class Levels:
    """How surely a token of a document means the word that was asked for; an exact word
    is the measure.
    """

    exact: float = 1.0
    """The word as it stands (share, 0 to 2). At 2 «fire måneder er lang tid, får barnet
    noget hjælp imens» is answered first with the examination.
    """

    task: float = 1.35
    """The kind of task that the words name (share, 0 to 2). At 0.5 «koordinationsplan»
    is answered first by the row on what follows it.
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
    """A narrower name than the term asked for (share, 0 to 2). At 0.1 «han er indlagt
    og på stoffer, står kommunen så stadig for misbrugsbehandlingen» is answered
    otherwise.
    """

    part: float = 0.55
    """A part of a compound (share, 0 to 2). At 0.9 «udvidet behandlingsansvar bosted»
    is answered otherwise.
    """


@dataclass(frozen=True)
class Fields:
    """What the fields beside a row's own weigh; a task weighs 3 (`FIELDS`)."""

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
    """The title of the agreement and whom it concerns (weight, 0 to 6). At 4 «hvem står
    for misbrugsbehandling mens borgeren er indlagt» is answered first with what goes on
    afterwards.
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

    facet: float = 0.5
    """What a facet counts for in place of a word that is required (share, 0 to 1). At 0
    «hvad gør alle parter ved hospital» has no answer.
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
    0 to 1). At 0 «hvad gør kommunal hjemmesygepleje ved kateter» is answered first with
    what a hospital lends.
    """

    other_group: float = -1.0
    """What a favoured target group counts for where the row is for others (share, -2 to
    0). At 0 «undersøge somatik» is answered with the examination of a child.
    """

    other_phase: float = -0.35
    """What a phase told by more than a word counts for where the row is of another
    (share, -2 to 0). At 0 «besked til rusmiddelcenteret inden han skal hjem» has fewer
    rows.
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
class Words:
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
    """The words of its situation and deadline (weight, 0 to 3). At 3
    «LÆ 125 ligger stadig - hvor mange dg har lægen» is answered first with its own
    certificate, and other questions worse.
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


@dataclass(frozen=True)
class Sureness:
    """How surely the first row answers: a logistic sum of its marks (`sureness.py`).
    The weights are fitted together by `scripts/fit_search.py` and mean nothing alone;
    `docs/decisions/0038-sureness.md` shows what the fitting gave on sets left out.
    """

    enough: float = 0.47
    """A question is answered where the first row is so sure to answer it (share, 0 to
    1). At 0.95 «hvem holder øje med at 13a aftalen bliver overholdt bagefter» has no
    answer.
    """

    beside: float = 0.75
    """A row is shown beside the first where its score is so large a share of the
    first's (share, 0 to 1). At 1 «kompressionsstrømper varigt» has one row.
    """

    spread: float = 0.28
    """How much less of the plain words another kind of task holds before it is less
    likely, as a share of the weight of a word that stands nowhere (share, 0.05 to 2).
    At 2 «hvem står for misbrugsbehandling mens borgeren er indlagt» has no answer.
    """

    constant: float = -3.56
    cites: float = 0.98
    asked: float = -1.38
    lacks_known: float = -1.33
    lacks_unknown: float = -1.41
    unheard: float = 5.57
    held: float = 1.54
    heard_apart: float = 3.61
    parts: float = 1.64
    no_figure: float = -2.19
    not_stated: float = -1.20

    @property
    def weight_of(self) -> Mapping[str, float]:
        """The weights of the marks by their names."""
        return asdict(self)


@dataclass(frozen=True)
class Limits:
    """How far the engine looks for candidates: of all words, of all but one, and
    so on.
    """

    enough: int = 20
    """With so many it looks no further (documents, 1 to 400). At 1 «retslig
    foranstaltning kommunens vurdering senest hvornår» has fewer rows.
    """

    most: int = 400
    """It takes no more, so that a common word takes no longer than a rare one
    (documents, 15 to 4000). At 15 «børn med psykisk mistrivsel» has no answer.
    """

    heaviest: int = 4
    """It looks for the heaviest words of a question, so many of them (words, 1 to 12).
    At 1 «12-årig, angst, skolefravær, ikke syg nok til BUC. Kan forældrene gå direkte
    til kommunen?» is answered with the contact between them.
    """

    most_combined: int = 64
    """It tries no more ways to leave words out of a question; a long one has millions
    (ways, 1 to 500). At 1 «forskel på bopælskommune handlekommune og opholdskommune»
    has no answer.
    """


@dataclass(frozen=True)
class Shown:
    """How much of what was found is shown."""

    nearest_groups: int = 3
    """Where nothing answers, so many kinds of tasks are shown as the nearest (groups, 0
    to 10). At 1 «midlertidige pladser hvem har dem efter reformen» has one.
    """

    agreements: int = 6
    """So many agreements are named beside the rows (agreements, 0 to 20). At 1
    «udskrivning» names fewer.
    """

    snippet: int = 220
    """A stretch of a section has no more letters, but for the dots about it (letters,
    80 to 1000). At 80 «udskrivning» shows half a sentence of each.
    """


@dataclass(frozen=True)
class Profile:
    """One set of all the numbers, and the tables that follow from them."""

    analysis: Analysis = Analysis()
    reading: Reading = Reading()
    levels: Levels = Levels()
    fields: Fields = Fields()
    order: Order = Order()
    words: Words = Words()
    coverage: Coverage = Coverage()
    sureness: Sureness = Sureness()
    limits: Limits = Limits()
    shown: Shown = Shown()

    def changed(self, numbers: Mapping[str, Mapping[str, float]]) -> "Profile":
        """This profile with other numbers, by section and name, as `asdict` has them.

        Raises TypeError or AttributeError for one that there is not.
        """
        sections = {
            section: replace(getattr(self, section), **others)
            for section, others in numbers.items()
        }
        return replace(self, **sections)

    @cached_property
    def level_of(self) -> Mapping[str, float]:
        """How surely a word is meant, by the prefix of the token that it stands as."""
        levels = self.levels

        return {
            EXACT: levels.exact,
            LAW: levels.exact,
            TASK: levels.task,
            CONCEPT: levels.concept,
            STEM: levels.stem,
            NARROWER: levels.narrower,
            PART: levels.part,
        }

    @cached_property
    def weight_of(self) -> Mapping[str, float]:
        """The weight of each searched field: a row's own by FIELDS, and the others."""
        row = {field.name: field.weight for field in ROW_FIELDS if field.weight}
        return {**row, **asdict(self.fields)}

    @cached_property
    def share_of(self) -> Mapping[str, float]:
        """What a word counts for by its field, as a share of the weightiest field's."""
        least, top = self.order.least_field, max(self.weight_of.values())
        return {
            name: least + (1 - least) * weight / top
            for name, weight in self.weight_of.items()
        }


PROFILE = Profile()
