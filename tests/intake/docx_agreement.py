"""An agreement as an office has it in Word."""

import io

import docx


def docx_file(
    title: str = "Aftale om prøver", *, odd: str = "Den fælles enhed"
) -> bytes:
    """An agreement with its three fields and a table of two tasks."""
    file = docx.Document()
    file.add_heading(title, 0)
    file.add_paragraph("Kort sagt: der tages prøver.")
    for heading, text in (
        ("Lægeligt behandlingsansvar", "Hospitalet har det."),
        ("Ansvarsfordeling", "Se tabellen."),
        ("Økonomi", "Hver part betaler sit."),
    ):
        file.add_heading(heading, 1)
        file.add_paragraph(text)
    file.add_heading("Udskrivning", 1)
    lines = (
        ("Opgave", "Udføres af", "Frist", "Betales af"),
        (
            "Varsle kommunen",
            "Hospital",
            "Senest 8 hverdage før udskrivning",
            "Hospital",
        ),
        ("Tage prøven", odd, "", "Kommune"),
    )
    table = file.add_table(len(lines), len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
