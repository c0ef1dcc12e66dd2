"""Invented tasks and paths."""

from hypothesis import strategies as st

from registry.rules.pathway.story import (
    LANES,
    NOT_ASKED,
    NOT_STATED,
    STATED,
    Named,
    Story,
    Task,
    ToldField,
    tell,
)

PHASES = (
    Named("forebyggelse", "Forebyggelse"),
    Named("henvisning", "Henvisning"),
    Named("indlaeggelse", "Indlæggelse"),
    Named("udskrivning", "Udskrivning"),
    Named("efter-udskrivning", "Efter udskrivning"),
    Named("akut", "Akut"),
    Named("alle-faser", "Alle faser"),
)
ALL_LANES = tuple(Named(key, key.capitalize()) for key in LANES)


def task(key: str, phase: str = "henvisning", **changes: object) -> Task:
    """A task of the municipality; `carriers` makes its responsibility stated."""
    carriers = changes.get("carriers", ())
    told = {
        "id": f"aftale.{key}",
        "agreement": "aftale",
        "task": f"Gøre {key}",
        "phase": phase,
        "lanes": ("kommune",),
        "facts": (ToldField("responsible", "Udføres af", "Kommune"),),
        "treatment": STATED if carriers else NOT_ASKED,
        **changes,
    }
    return Task(**told)  # type: ignore[arg-type]


def silent(key: str, phase: str = "henvisning", **changes: object) -> Task:
    """One that does not say who carries the medical responsibility."""
    return task(key, phase, treatment=NOT_STATED, **changes)


def path(*tasks: Task) -> Story:
    return tell("Forløb: Voksne", tasks, PHASES, ALL_LANES)


TEXTS = st.text("abc defg hijklæøå", max_size=90)


@st.composite
def tasks(draw: st.DrawFn, number: int) -> Task:
    carriers = draw(st.sampled_from([(), (), ("Hospital",), ("Praktiserende læge",)]))
    words = draw(TEXTS)
    return task(
        str(number),
        draw(st.sampled_from(PHASES)).key,
        task=f"Gøre noget {words}",
        lanes=tuple(
            lane for lane in LANES if lane in draw(st.sets(st.sampled_from(LANES)))
        )
        or ("andre",),
        facts=(
            ToldField("responsible", "Udføres af", draw(TEXTS) or "Kommune"),
            ToldField("deadline", "Frist", draw(TEXTS) or "Straks"),
            ToldField("situation", "Situation", draw(TEXTS) or "Altid"),
        ),
        carriers=carriers,
        treatment=STATED
        if carriers
        else draw(st.sampled_from([NOT_ASKED, NOT_STATED])),
        takes_over=draw(st.booleans()),
    )


@st.composite
def paths(draw: st.DrawFn) -> Story:
    count = draw(st.integers(1, 14))
    return path(*(draw(tasks(number)) for number in range(count)))
