"""Files without text of their own: what they hold instead says what to do about it."""

import re
from collections.abc import Iterator

from registry.errors import BadInput
from registry.intake.docx import drawings
from registry.intake.docx.refusals import Refusal, refused
from registry.intake.docx.xml import Node, child, is_on, text_of, w

PROMPT = re.compile(r"\s*MACROBUTTON\s+\S+\s+(.+)", re.DOTALL)


def why_without_text(body: Node) -> BadInput:
    """The refusal of a file of this body, should nothing in it be text."""
    if prompt := next(prompts(body), ""):
        return refused(Refusal.PROMPTS, f"«{prompt}»")
    if next(body.iter(*drawings.PICTURES), None) is not None:
        return refused(Refusal.SCANNED)
    return refused(Refusal.NO_TEXT)


def prompts(body: Node) -> Iterator[str]:
    """What the fields that nobody has filled in ask for, in Word's newer and older
    way.
    """
    for control in body.iter(w("sdt")):
        if is_on(child(control, "sdtPr", "showingPlcHdr")) and (
            said := text_of(control)
        ):
            yield said
    for code in body.iter(w("instrText")):
        if said := prompt_in(code.text or ""):
            yield said


def prompt_in(code: str) -> str:
    """What a field's code asks for when clicked on; empty for another field."""
    prompt = PROMPT.match(code)
    return " ".join(prompt[1].split()) if prompt else ""
