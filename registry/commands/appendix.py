"""The command `registry appendix`: a health agreement's appendix as a file."""

import argparse
import sys
from pathlib import Path
from typing import Any

from registry.commands.database import opened_engine
from registry.exports.formats import EXPORTS, export_named
from registry.exports.request import (
    FOCUS_AREA,
    HEALTH_AGREEMENT,
    KIND,
    LEVEL,
    MEETING,
    MUNICIPALITY,
    ROWS,
    SCOPE,
    SENDER,
    SINCE,
    parse,
)
from registry.settings import load_settings
from registry.storage.atomic_files import write_asked_for

KEYS = ", ".join(export.key for export in EXPORTS)
# What is left out takes its usual value. (parameter, word for the value, help)
OPTIONS = (
    (
        HEALTH_AGREEMENT,
        "NAVN",
        "sundhedsaftalen; uden: den, hvis periode datoen ligger i",
    ),
    (SCOPE, "fuld|kort", "hvor meget"),
    (SINCE, "DATO", "med ændringerne siden da"),
    (MUNICIPALITY, "NAVN", "kun det, der gælder i kommunen"),
    (FOCUS_AREA, "NAVN", "kun fokusområdet"),
    (KIND, "NAVN", "kun aftaletypen"),
    (LEVEL, "TAL", "overskriftsniveauet, hvor det skal ind i et andet dokument"),
    (SENDER, "TEKST", "hvem der sender det"),
    (MEETING, "TEKST", "hvilket møde det er til"),
)


# A file is no edition: what is issued is proposed and confirmed on the editorial pages.
LOCAL = (
    "Bemærk: Adresserne i filen fører til denne maskine ({address}). Sæt "
    "REGISTRY_PUBLIC_URL, før den sendes til nogen. Filen er ikke udstedt; det gør to "
    "personer i redaktionen."
)


def add_command(commands: Any) -> None:
    """Add `appendix`."""
    text = "skriv en sundhedsaftales appendiks"
    parser = commands.add_parser("appendix", help=text, description=text)
    parser.set_defaults(run=_appendix)

    parser.add_argument(
        "--as-of", default="", metavar="DATO", help="hvad der gælder den dag"
    )
    parser.add_argument(
        "--recorded-at", default="", metavar="TIDSPUNKT", help="som det blev vist"
    )
    parser.add_argument("--rows", action="store_true", help="med alle snitflader")

    for parameter, value, about in OPTIONS:
        parser.add_argument(
            f"--{parameter.name.replace('_', '-')}",
            default="",
            metavar=value,
            help=about,
        )

    parser.add_argument("--format", required=True, metavar="FORMAT", help=KEYS)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FIL", help="uden: skriv det her"
    )


def _appendix(options: argparse.Namespace) -> None:
    from registry.catalogue import addresses
    from registry.catalogue.queries import Catalogue
    from registry.clock import parse_moment
    from registry.exports.appendix import publication_of
    from registry.exports.appendix_content import appendix_content

    export = export_named(options.format, "--format")
    catalogue = Catalogue(opened_engine())
    moment = parse_moment(
        options.as_of,
        options.recorded_at,
        pr_field="--as-of",
        vist_field="--recorded-at",
    )

    given = {
        parameter.name: getattr(options, parameter.name) for parameter, _, _ in OPTIONS
    }
    given[ROWS.name] = "1" if options.rows else ""
    wanted = parse(catalogue.at(moment), given, "name")

    public_url = load_settings()["PUBLIC_URL"]
    appendix = appendix_content(catalogue, wanted, public_url)
    data = export.render(publication_of(appendix))

    also = len(appendix.undecided_and_unsettled)
    among = f" ({also} af dem afklares)" if also else ""

    if options.output is None:
        sys.stdout.buffer.write(data)
    else:
        write_asked_for(options.output, data, "-o")
        print(
            f"Skrevet til {options.output}: {len(appendix.continued)} videreføres, "
            f"{len(appendix.unsettled)} afklares, "
            f"{len(appendix.selection.undecided)} er ikke besluttet{among}."
        )

    if addresses.is_local(public_url):
        print(LOCAL.format(address=public_url), file=sys.stderr)
