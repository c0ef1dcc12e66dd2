"""Why the catalogue can be trusted: the trail's head, signed, for anyone to keep."""

from flask import Blueprint, Response, render_template

from registry.errors import BadSetting
from registry.services import services
from registry.web.frame.readers import reader

pages = Blueprint("trust", __name__)


@pages.get("/tillid")
def trust() -> str:
    reader()
    head = services().heads.head(services().engine)
    try:
        witness, key = services().signer.sign(head), services().signer.verifier
    except BadSetting:
        # The page is read all the same where the machine cannot keep a key.
        witness = key = ""

    return render_template(
        "reader/trust.html", head=head, witness=witness, verifier=key
    )


@pages.get("/tillid/vidne.txt")
def witness() -> Response:
    """The witness alone, as programs fetch it."""
    head = services().heads.head(services().engine)
    return Response(services().signer.sign(head), mimetype="text/plain")
