"""Reworded: rows that say one thing in two wordings, which is no contradiction, and two
answers to one situation in two wordings, which is one.
"""

from tests.rules.coherence.case_maker import Case, agreement, case, overlap, two

HERE = [agreement("a"), agreement("b")]
KOMMUNE = {"responsible": ["kommune"]}

# One deadline in two wordings.
SAME_DEADLINE = (
    ("3 døgn efter udskrivning", "3 døgn efter udskrivningen"),
    ("ved udskrivning", "ved udskrivelse"),
    ("senest dagen før", "1 dag før"),
    ("samme dag", "på samme dag"),
    ("fremgår ikke", "senest 1. april 2026"),
    ("højst 3 måneder", "inden 3 måneder"),
)
# One situation in two wordings, and two that are not one.
SAME_SITUATION = (
    ("Ved udskrivning", "Ved udskrivningen"),
    ("Hjælp i 3 døgn", "Hjælp i 72 timer"),
    ("Når borgeren er indlagt", "Når borgeren bliver indlagt"),
)
OTHER_SITUATION = (
    ("Før udskrivning", "Efter udskrivningen"),
    ("Hjælp i 3 døgn", "Hjælp i 96 timer"),
    ("Kan komme hjem", "Kan ikke komme hjem"),
    ("Før 1. januar 2027", "Før 1. marts 2027"),
)

REWORDED: tuple[Case, ...] = (
    *(
        case(f"«{one}» is «{other}»", HERE, two({"deadline": one}, {"deadline": other}))
        for one, other in SAME_DEADLINE
    ),
    case(
        "another date of one year",
        HERE,
        two({"deadline": "senest 1. april 2026"}, {"deadline": "senest 1. maj 2026"}),
        overlap("deadline"),
    ),
    *(
        case(
            f"two answers to «{one}», also called «{other}»",
            HERE,
            two({"situation": one}, {"situation": other, **KOMMUNE}),
            overlap("responsible"),
        )
        for one, other in SAME_SITUATION
    ),
    *(
        case(
            f"«{one}» is not «{other}»",
            HERE,
            two({"situation": one}, {"situation": other, **KOMMUNE}),
        )
        for one, other in OTHER_SITUATION
    ),
)
