"""The headers that keep a page to itself: own files only, no referrer, no frames."""

from flask import Flask, Response, request

from registry.web.frame.sessions import is_editorial

HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            # The design system's icons are data addresses in its stylesheet.
            "img-src 'self' data:",
            "font-src 'self'",
            # Writers' texts are saved by themselves.
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    # The address holds the question, which is nobody else's business.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # As frame-ancestors, for browsers that do not know it.
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def attach(app: Flask) -> None:
    app.after_request(protect)


def protect(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if is_editorial(request.path):
        # What stands there is one person's; a shared machine must not show it to the
        # next.
        response.headers["Cache-Control"] = "no-store"
    return response
