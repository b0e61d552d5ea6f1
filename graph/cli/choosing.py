"""The options that say which documents are asked for, by what they are."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Final, cast

import typer

from graph.errors import Exit
from graph.tables.sought.narrowing import Narrowing

_OPTIONS: Final[dict[str, tuple[object, object]]] = {
    "place": (
        Annotated[
            str,
            typer.Option(metavar="PLACE", help="Ở nơi này và các nơi thuộc nó. / In this place."),
        ],
        "",
    ),
    "level": (
        Annotated[
            str,
            typer.Option(
                metavar="LEVEL",
                help="Chỉ cấp này: tỉnh, huyện, xã. / central, province, district, commune.",
            ),
        ],
        "",
    ),
    "type": (
        Annotated[
            str, typer.Option(metavar="TYPE", help="Loại: Kế hoạch, KH. / Type or its code.")
        ],
        "",
    ),
    "issuer": (
        Annotated[
            str,
            typer.Option(metavar="ISSUER", help="Cơ quan ban hành có các từ này. / Its issuer."),
        ],
        "",
    ),
    "year": (
        Annotated[
            int | None,
            typer.Option(metavar="YEAR", min=1, max=9999, help="Ban hành năm này. / Of this year."),
        ],
        None,
    ),
    "since": (
        Annotated[
            str,
            typer.Option(
                metavar="DAY", help="Từ ngày, tháng hay năm này: 1/7/2025, 2020. / Not earlier."
            ),
        ],
        "",
    ),
    "until": (
        Annotated[
            str, typer.Option(metavar="DAY", help="Đến hết ngày, tháng hay năm này. / Not later.")
        ],
        "",
    ),
    "held": (
        Annotated[
            bool, typer.Option("--held", help="Chỉ văn bản có toàn văn. / Whose text was read.")
        ],
        False,
    ),
    "without_plan": (
        Annotated[
            bool,
            typer.Option(
                "--without-plan", help="Chưa thấy văn bản nào triển khai. / Carried out by none."
            ),
        ],
        False,
    ),
}
"""Each option, by its field of ``Narrowing``: its type, and what it is where it is not typed."""


def choosing(command: Callable[..., Exit]) -> Callable[..., Exit]:
    """Let ``command`` take these options: where it stands they replace ``narrowed``, a Narrowing.

    Typer reads what a command takes from its signature.
    """
    options = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _OPTIONS.items()
    ]

    @wraps(command)
    def run(**typed: object) -> Exit:
        narrowed = cast("Narrowing", {name: typed.pop(name) for name in _OPTIONS})
        return command(**typed, narrowed=narrowed)

    shape = signature(command)
    taken = [
        each
        for parameter in shape.parameters.values()
        for each in (options if parameter.name == "narrowed" else [parameter])
    ]
    run.__dict__["__signature__"] = shape.replace(parameters=taken)
    kept = {name: kind for name, kind in run.__annotations__.items() if name != "narrowed"}
    run.__annotations__ = {**kept, **{each.name: each.annotation for each in options}}
    return run
