"""A page of a PDF as a picture, for OCR to read."""

import pypdfium2

from extract.readers.ocr.pixels import Pixels


def rendered(page: pypdfium2.PdfPage, scale: float) -> Pixels:
    """Return a page as grey pixels, ``scale`` of them for each point, its fields drawn.

    Only the red part of each colour is taken: a red stamp over the text is nearly gone.
    """
    bitmap = page.render(scale=scale, may_draw_forms=True, prefer_bgrx=False)
    width, height, stride, channels = bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels
    data = bytes(bitmap.buffer)
    bitmap.close()
    red = 2 if channels >= 3 else 0
    if stride == width * channels:
        return Pixels(width, height, data[red::channels], scale)
    rows = (data[row * stride : row * stride + width * channels] for row in range(height))
    return Pixels(width, height, b"".join(row[red::channels] for row in rows), scale)
