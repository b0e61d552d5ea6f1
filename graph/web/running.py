"""The application as a running server: where it listens, and until when."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from graph.errors import WrongUse
from graph.web.guarding import LOOPBACK
from graph.web.routes import application
from graph.words.refusals import cause_of
from graph.words.sentences import Language

_SECONDS_TO_END = 3


def serve(
    directory: Path,
    *,
    host: str,
    port: int,
    token: str,
    language: Language,
    listening: Callable[[str], None],
) -> None:
    """Serve the store in ``directory`` until the process gets SIGINT or SIGTERM.

    ``port`` 0 is a free one; ``listening`` is given the address once it is open. Raises WrongUse
    for an address that is taken, or not this computer's, or open to others without a ``token``;
    what ``open_folder`` raises; KeyboardInterrupt at the end where SIGINT has its usual handler.
    """
    if host not in LOOPBACK and not token:
        raise WrongUse("host without token", host=host)
    app = application(directory, language=language, host=host, token=token)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise WrongUse(
                "address taken", address=f"{host}:{port}", reason=cause_of(error).told(language)
            ) from error
        listener.listen()
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        shown = f"[{host}]" if ":" in host else host
        listening(f"http://{shown}:{listener.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listener])
