"""Who may ask what: the headers of every answer, the token of those who come from elsewhere."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from hashlib import sha256
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.web.desk import desk_of

LOOPBACK: Final = ("127.0.0.1", "localhost")
COOKIE: Final = "luocdo-token"
_LARGEST_FORM: Final = 100_000
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Headers:
    """Adds to every answer what keeps a browser from running, sending or guessing anything."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, guarded)


class TokenAsked:
    """Lets in who brings the token: in the address once, then in a cookie, or as a bearer."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token.encode()
        self._pass = sha256(self._token).hexdigest()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer who has the token as the application does, and all others with 401."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        answer: ASGIApp = self._app
        if self._fits(request.query_params.get("token", "")) and request.method == "GET":
            answer = self._kept(request)
        elif not self._known(request):
            answer = PlainTextResponse(
                "401: luocdo serve --token …\n", 401, {"WWW-Authenticate": "Bearer"}
            )
        await answer(scope, receive, send)

    def _known(self, request: Request) -> bool:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        kept = request.cookies.get(COOKIE, "").encode()
        # A header is read as Latin-1, whatever it was written as.
        brought = secrets.compare_digest(bearer.encode("latin-1"), self._token)
        return brought or secrets.compare_digest(kept, self._pass.encode())

    def _kept(self, request: Request) -> Response:
        """Return the way to the same page without the token, which the browser keeps."""
        address = request.url.remove_query_params("token")
        answer = RedirectResponse(f"{address.path}?{address.query}".rstrip("?"), 303)
        answer.set_cookie(COOKIE, self._pass, httponly=True, samesite="strict")
        return answer

    def _fits(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._token)


async def body_of(request: Request, most: int) -> bytes:
    """Return the body of a request; HTTPException where it has more than ``most`` bytes."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise HTTPException(413)
    return body


Form = Mapping[str, str]
"""What a form brings, by the names of its fields."""


def from_here(
    handler: Callable[[Request, Form], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """Answer only a form that this application has made: whoever writes brings its secret."""

    async def guarded(request: Request) -> Response:
        body = await body_of(request, _LARGEST_FORM)
        form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        origin = request.headers.get("origin", "null")
        foreign = origin != "null" and urlsplit(origin).netloc != request.url.netloc
        secret = desk_of(request).secret.encode()
        if foreign or not secrets.compare_digest(form.get("secret", "").encode(), secret):
            raise HTTPException(403)
        return await run_in_threadpool(handler, request, form)

    return guarded
