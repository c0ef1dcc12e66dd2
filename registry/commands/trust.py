"""The commands `registry check`, `witness`, `prove` and `verify`: that nothing was
altered, and how others can see it.
"""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import Any

from registry.commands.database import asker, looked_at_engine, opened_engine
from registry.errors import BadInput
from registry.settings import load_settings

WHICH = (
    "Skriv enten en aftale og en udgave, eller --since med et vidne (og --until, hvis "
    "det sene vidne ikke skal være fra nu)."
)


def add_commands(commands: Any) -> None:
    """Add them all."""
    text = "kontrollér database, historik og indeks"
    check = commands.add_parser("check", help=text, description=text)
    check.add_argument(
        "--witness", type=Path, metavar="FIL", help="hold historikken op mod et vidne"
    )
    check.set_defaults(run=_check)

    text = "vis et underskrevet vidne om historikken, til at gemme uden for kataloget"
    witness = commands.add_parser("witness", help=text, description=text)
    witness.add_argument(
        "--key", action="store_true", help="vis nøglen, som vidner kontrolleres med"
    )
    witness.set_defaults(run=_witness)

    text = (
        "skriv et bevis for, at en udgave er offentliggjort, som den står, eller for, "
        "at et vidne fortsætter et tidligere"
    )
    prove = commands.add_parser("prove", help=text, description=text)
    prove.add_argument("agreement", nargs="?", metavar="AFTALE", help="fx aarsplan")
    prove.add_argument("version", nargs="?", type=int, metavar="UDGAVE", help="fx 2")

    prove.add_argument(
        "--since", type=Path, metavar="FIL", help="det tidlige vidne i stedet"
    )
    prove.add_argument(
        "--until", type=Path, metavar="FIL", help="det sene vidne; ellers et fra nu"
    )
    prove.add_argument("-o", "--output", type=Path, required=True, metavar="FIL")
    prove.set_defaults(run=_prove)

    text = "efterprøv et bevis, uden databasen"
    verify = commands.add_parser("verify", help=text, description=text)
    verify.add_argument("file", type=Path, metavar="FIL")
    verify.add_argument(
        "--key", default="", metavar="NØGLE", help="den, som står på /tillid"
    )
    verify.set_defaults(run=_verify)


def signer() -> Any:
    """Who signs here, by the settings."""
    from registry.storage.witness import Signer

    settings = load_settings()
    return Signer(
        settings["WITNESS_KEY_FILE"], settings["DATABASE_URL"], settings["PUBLIC_URL"]
    )


def _check(options: argparse.Namespace) -> int:
    from registry.rules.checkpoint import read
    from registry.storage import standing
    from registry.storage.checks import faults
    from registry.storage.troubles import DATABASE_ERRORS
    from registry.storage.witness import held_against

    seen = read(_text(options.witness)) if options.witness else None
    engine = looked_at_engine()
    with suppress(*DATABASE_ERRORS):  # what cannot be read is told with the rest
        standing.require_todays_schema(engine)
    held = held_against(engine, seen, signer()) if seen else []
    wrong = [*held, *faults(engine, asker)]

    for fault in wrong:
        print(f"FEJL: {fault}")
    if not wrong:
        print("Databasen, udløserne, historikken og søgeindekset er i orden.")
    if seen and not wrong:
        print(f"Historikken fortsætter den, vidnet fra {seen.at} så.")
    return 1 if wrong else 0


def _witness(options: argparse.Namespace) -> None:
    from registry.storage.witness import Heads

    if options.key:
        print(signer().verifier)
        return
    print(signer().sign(Heads().head(opened_engine())), end="")


def _prove(options: argparse.Namespace) -> None:
    from registry.storage import continuation, db, proof

    of_version = options.version is not None
    if of_version == bool(options.since) or (options.until and of_version):
        raise BadInput(WHICH, "AFTALE")

    before, after = (_text(p) if p else "" for p in (options.since, options.until))
    with db.reading(opened_engine()) as session:
        if of_version:
            text = proof.prove(session, options.agreement, options.version, signer())
        else:
            text = continuation.prove(session, before, after, signer())

    options.output.write_text(text, encoding="utf-8")
    print(f"Beviset er skrevet til {options.output}. Efterprøv det: registry verify")


def _verify(options: argparse.Namespace) -> None:
    from registry.storage import continuation

    text = _text(options.file)
    proved, key = (_continued if continuation.is_one(text) else _proved)(
        text, options.key
    )

    print(f"Beviset holder: {proved}")
    if not options.key:
        print(f"Hold nøglen op mod den, der står på /tillid: {key}")


def _proved(text: str, key: str) -> tuple[str, str]:
    """What the proof of a publication shows, and the key it is signed with."""
    from registry.storage.proof import verify

    proved = verify(text, key)
    return (
        f"udgave {proved.number} af «{proved.agreement}», tekst {proved.fingerprint}.\n"
        f"Den står i historikken fra {proved.at}, skrevet af «{proved.actor}», under "
        f"vidnet fra {proved.witness.at}.",
        proved.key,
    )


def _continued(text: str, key: str) -> tuple[str, str]:
    """What the proof of two witnesses shows, and the key they are signed with."""
    from registry.storage.continuation import verify

    shown = verify(text, key)
    before, after = shown.before, shown.after
    return (
        f"vidnet fra {after.at} ({after.head.size} poster) fortsætter det fra "
        f"{before.at} ({before.head.size} poster).\nIntet af det, det første så, er "
        "ændret.",
        shown.key,
    )


def _text(path: Path) -> str:
    try:
        return str(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"Filen «{path}» kan ikke læses.", "FIL") from error
