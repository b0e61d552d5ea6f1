"""Pages of PDF files as pictures, with the words of a link framed."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.web.bounded.apart import Apart
from graph.web.desk import desk_of
from graph.web.texts import drawn_file, sha_of

_SECONDS: Final = 15.0
"""How long one page may take."""
_WIDTH: Final = 1_000
"""How wide a picture is, in pixels."""
_TALLEST: Final = 4
"""How many times as high as wide a page may be."""
_BOX: Final = re.compile(r"([\d.]{1,8}),([\d.]{1,8}),([\d.]{1,8}),([\d.]{1,8})")
_MARGIN: Final = 3
"""How far the frame stands from the words, in points."""
_FRAME: Final = "#c98a00"

Box = tuple[float, float, float, float]
"""Left, top, width and height in points, from the upper left corner of a page."""


def pages_drawn() -> Apart:
    """Return the process that draws pages."""
    return Apart(_drawing, _SECONDS)


def picture(request: Request) -> Response:
    """Hand out the picture of a page, counted from 1."""
    path = drawn_file(desk_of(request).current.version(), sha_of(request))
    typed = _BOX.fullmatch(request.query_params.get("box", ""))
    try:
        left, top, width, height = map(float, typed.groups()) if typed else (0.0,) * 4
    except ValueError as error:
        raise HTTPException(404) from error
    if path is None:
        raise HTTPException(404)
    apart = request.app.state.pictures
    assert isinstance(apart, Apart)
    drawn = apart.done((), path, request.path_params["page"], (left, top, width, height))
    if not isinstance(drawn, bytes):
        raise HTTPException(404)
    kept = {"Cache-Control": "private, max-age=3600"}
    return Response(drawn, media_type="image/png", headers=kept)


def _drawing() -> Callable[[Path, int, Box], bytes | None]:
    import pypdfium2
    from PIL import ImageDraw

    def draw(path: Path, number: int, box: Box) -> bytes | None:
        """Return the picture of a page; None where there is no such page, or no such file."""
        try:
            with pypdfium2.PdfDocument(path) as pdf:
                if not 1 <= number <= len(pdf):
                    return None
                page = pdf[number - 1]
                width, height = page.get_size()
                if not 0 < height <= width * _TALLEST:
                    return None
                scale = _WIDTH / width
                image = page.render(scale=scale).to_pil()
        except (pypdfium2.PdfiumError, OSError):
            return None
        left, top, wide, high = box
        if wide > 0 and high > 0:
            corner = (left - _MARGIN) * scale, (top - _MARGIN) * scale
            end = (left + wide + _MARGIN) * scale, (top + high + _MARGIN) * scale
            ImageDraw.Draw(image).rectangle((*corner, *end), outline=_FRAME, width=4)
        written = BytesIO()
        image.save(written, "PNG")
        return written.getvalue()

    return draw
