"""Names of actors: nouns and adjectives without their inflection, and what marks out
somebody from something.
"""

from functools import lru_cache

from registry.language.word_lists import IRREGULAR_ENDINGS
from registry.suggest.dictionary import is_known, lemma
from registry.suggest.lexicon import ONE_OF_TWO, PREPOSITIONS

# Other usual names of actors of the vocabulary, taken only where it has the actor.
ALSO: dict[str, tuple[str, ...]] = {
    "kommune": ("kommunerne", "kommunal forvaltning", "kommunal myndighed"),
    "region-hovedstadens-psykiatri": ("psykiatri", "psykiatrien"),
    "hjemmesygepleje": (
        "hjemmesygepleje",
        "kommunal sygepleje",
        "kommunal hjemmesygeplejerske",
    ),
    "akutsygepleje": ("kommunalt akutteam", "kommunal akutfunktion", "akutsygepleje"),
    "sundhedsplejerske": ("sundhedspleje", "sundhedsplejen"),
    "laege": ("læge",),
    "hospital": ("sygehusafsnit", "hospitalsafsnit"),
    "alle-parter": ("parterne", "aftaleparterne", "aftalens parter", "de to parter"),
    "paaroerende": ("forælder", "forældre", "efterladte", "nærtstående"),
    "somatisk-afdeling": (
        *("neurologisk afdeling", "kirurgisk afdeling", "ortopædkirurgisk afdeling"),
        *("kardiologisk afdeling", "onkologisk afdeling", "geriatrisk afdeling"),
        *("medicinsk afdeling", "lungemedicinsk afdeling", "pædiatrisk afdeling"),
    ),
    "borger": (
        *("patienten", "borgeren", "barn", "ung", "gravid", "kvinde", "beboer"),
        *("sygemeldt", "indlagt", "fødende", "dømt"),
    ),
}
# Of these heads there are several: the one that was named last is meant.
GENERIC = (
    *("læge", "center", "afdeling", "sygeplejerske", "afsnit", "team", "psykiater"),
    *("klinik", "ambulatorium", "koordinator"),
)
# What a head ends in when it is someone, and not something.
SOMEONE = (
    *("læge", "sygeplejerske", "terapeut", "koordinator", "leder", "rådgiver"),
    *("vejleder", "medarbejder", "personale", "konsulent", "person"),
    *("visitator", "ansvarlig", "assistent", "behandler", "vagt", "team", "enhed"),
    *("afdeling", "center", "klinik", "skole", "udvalg", "gruppe", "forvaltning"),
    *("visitation", "myndighed", "plejehjem", "bosted", "ambulatorium", "psykolog"),
    *(
        "pædagog",
        "jordemoder",
        "chef",
        "direktør",
        "styrelse",
        "sundhedsråd",
        "organisation",
    ),
    *("sekretariat", "part", "ejer", "holder", "sekretær", "instans", "praksis"),
    *(
        "leverandør",
        "farmaceut",
        "aktør",
        "institution",
        "hjemmepleje",
        "psykiater",
        "afsnit",
    ),
    *("mentor", "tolk", "opholdssted", "depot", "korps", "beredskab", "anstalt"),
    *("forstander", "værge", "indehaver", "formand", "bestyrer", "henviser"),
    *("rekvirent", "afsender", "ordinator", "sidstnævnt", "førstnævnt"),
    *("modtagelse", "bostøtte", "diætist", "specialist", "kommune", "sygehus"),
    *(
        "hospital",
        "region",
        "tovholder",
        "repræsentant",
        "selskab",
        "forening",
        "station",
        "central",
    ),
)
# These are told of, and do nothing themselves.
NOBODY = ("målgruppe", "aldersgruppe", "diagnosegruppe", "brugergruppe", "indgang")
# These are as much what happens as who does it.
_HAPPENING = ("modtagelse", "visitation", "vagt")
_ALSO_SOMEONE = ("borger", "patient", "apotek", "pårørende", "familie", "parter")
# Those whose people and offices a genitive hands on to; a citizen owns no office.
NO_OWNERS = frozenset({"borger", "paaroerende"})
# «Ret» is a right; only «retten» is the court. «Akutsygepleje» is given; only
# «akutsygeplejen» gives it.
ONLY_DEFINITE = frozenset({"ret", "akutsygepleje", "sundhedspleje"})
BETWEEN = frozenset({"på", "i", "fra", "ved", "hos", "for"})
PRONOUNS = {"det": "n", "den": "c", "denne": "c", "dette": "n", "de": "p", "disse": "p"}
# Someone, and nobody that a text's grammar tells.
PERSONS = ONE_OF_TWO | {"hun", "han", "vedkommende"}
# After these a name is a word that is spoken of: begrebet pårørende.
WORDS_OF = frozenset({"begrebet", "ordet", "betegnelsen", "udtrykket", "termen"})
ONE_PARTY = frozenset({"part", "parten", "parts", "partens"})
# Forms that the dictionary takes for others, and words that are two names of one.
NOT_INFLECTED = frozenset({"borger", "center", "leder", "rådgiver", "vejleder"})
SAME = {
    "patient": "borger",
    "borge": "borger",
    "forælde": "forælder",
    "sygeplejersk": "sygeplejerske",
}
_ENDINGS = ("ernes", "erne", "ens", "ets", "enes", "en", "et", "er", "es", "e", "s")


def forms_of(name: str) -> tuple[str, ...]:
    """A name as it may stand in a text: whole, and each part of «a name (its short
    form)» alone.
    """
    before, bracket, short = name.partition("(")
    short = short.removesuffix(")").strip()
    return (name, before.strip(), short) if bracket and short.isupper() else (name,)


def name_words(name: str) -> list[str]:
    """The words of a name in the vocabulary, less its prepositions."""
    cleaned = "".join(c if c.isalnum() or c in "- " else " " for c in name.lower())
    return [w for w in cleaned.split() if w not in PREPOSITIONS - BETWEEN]


def is_someone(word: str) -> bool:
    """Whether a noun names someone, and nothing that happens."""
    forms = (base_of(word), *(word.removesuffix(e) for e in ("en", "et", "ne", "erne")))
    return any(
        form.endswith((*SOMEONE, *_ALSO_SOMEONE)) and not form.endswith(_HAPPENING)
        for form in forms
    )


def is_post(head: str, key: str, owner: str | None) -> bool:
    """Whether a name is of a post that another body has too: hospitalets visitator."""
    is_body = key == "kommune" and not head.startswith("kommun")
    return is_body and owner not in {None, key, *NO_OWNERS}


@lru_cache(maxsize=65536)
def base_of(word: str) -> str:
    """A noun or adjective without its inflection, the same for all its forms."""
    for ending, plain in IRREGULAR_ENDINGS.items():
        if word.endswith((ending, ending + "s")):
            return word.removesuffix("s").removesuffix(ending) + plain

    base = _lemma_of_part(word)
    return SAME.get(base, base)


def _lemma_of_part(word: str) -> str:
    """The lemma of the word, or of the longest last part of it that is a word."""
    if word in NOT_INFLECTED:
        return word

    for at in range(max(1, len(word) - 3)):
        part = word[at:]
        if part in NOT_INFLECTED:
            return word
        if is_known(part):
            return word[:at] + lemma(lemma(part))

    ending = next((e for e in _ENDINGS if word.endswith(e)), "")
    return word.removesuffix(ending) if len(word) - len(ending) > 3 else word
