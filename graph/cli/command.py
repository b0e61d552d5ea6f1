"""What all commands share: the typer application, its options, and how a command ends."""

import os
import sys
from collections.abc import Callable
from functools import partial, wraps
from importlib import import_module
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, ParamSpec

import typer
from typer.main import get_command_from_info

from graph.cli.command_list import COMMANDS
from graph.cli.error_messages import details, error_message
from graph.cli.output import tell_candidates
from graph.cli.printing import Format, format_for, printing_to, tell
from graph.cli.usage import Commands, language_typed
from graph.errors import Ambiguous, DamagedStore, Exit, WrongUse
from graph.opening import open_store
from graph.typed.meaning import document_named, documents_asked
from graph.words.sentences import LANGUAGE_VARIABLE, Language, say

if TYPE_CHECKING:
    from graph.store.disk import GraphStore
    from graph.values import Found

P = ParamSpec("P")


class Terminated(KeyboardInterrupt):
    """The system asks the process to end; what it was writing is dropped, as after Ctrl-C."""


class LazyCommands(Commands):
    """The commands of ``COMMANDS``, each loaded when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        """Return the command, None where there is no such one."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module, _ = COMMANDS[cmd_name]
            import_module(f"graph.cli.{module}")
            (info,) = (each for each in app.registered_commands if each.name == cmd_name)
            self.commands[cmd_name] = get_command_from_info(
                info, pretty_exceptions_short=False, rich_markup_mode=None
            )
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Return the command that ``args`` begin with; what hinders it from loading is told."""
        try:
            return super().resolve_command(ctx, args)
        except WrongUse:
            raise
        except Exception as error:  # no command is there yet that could tell it
            code = _told(error, f"luocdo {args[0]}", language_typed(args))
            raise typer.Exit(code) from error

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write what each command does."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])


app = typer.Typer(
    name="luocdo",
    cls=LazyCommands,
    help=(
        "Văn bản nào triển khai chỉ đạo này, ở đâu, từ khi nào, và câu nào nói vậy.\n\n"
        "Which documents carry out a directive, where, since when, and the sentence that says so."
    ),
    epilog=(
        "Mã thoát: 0 có kết quả, 1 không có, 2 dùng sai, 3 đầu vào không đọc được. / "
        "Exit codes: 0 found, 1 nothing found, 2 wrong use, 3 unreadable input."
    ),
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

STORE: Final = ".luocdo"
Store = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="DIR|URL",
        help="Thư mục của kho, hoặc địa chỉ máy chủ SPARQL (http://…). / "
        "Folder of the store, or address of a SPARQL server (http://…).",
    ),
]
Output = Annotated[Format, typer.Option("--format", help="Cách in kết quả. / How to print.")]
Into = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Ghi kết quả ra tệp .xlsx .csv .json .txt thay vì in. / "
        "Write the answer to a file instead.",
    ),
]
Lang = Annotated[
    Language,
    typer.Option("--lang", envvar=LANGUAGE_VARIABLE, help="Ngôn ngữ. / Language of messages."),
]
Number = Annotated[
    list[str],
    typer.Argument(
        metavar="NUMBER",
        help="Số hiệu, tên hoặc câu dẫn, như thường viết: 69-kl/tu, 69-KL/TU Lai Châu, "
        "217/218-QĐ/TW, 25-NQ/TW@XI, Luật Đất đai. / A number, a name or a citation, as people "
        "type them.",
    ),
]


def answers(command: Callable[P, Exit]) -> Callable[P, None]:
    """Register ``command``; what goes wrong in it is told in its language, without a traceback.

    One that takes a format (``output``) can also write its answer to a file: ``-o FILE`` is added.
    """
    name = command.__name__.rstrip("_")
    _, sentence = COMMANDS[name]

    @app.command(name, help=sentence)
    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        language = Language(str(kwargs["lang"]))
        try:
            code = _run(partial(command, *args), kwargs, language)
            sys.stdout.flush()
        except KeyboardInterrupt as stop:
            tell(say(language, "stopped"))
            code = Exit.TERMINATED if isinstance(stop, Terminated) else Exit.INTERRUPTED
        except BrokenPipeError:
            # The reader has gone: what is still buffered must not be written when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = Exit.PIPE_CLOSED
        except Exception as error:  # the last who can turn a fault into a sentence
            typed = f"luocdo {command.__name__.rstrip('_')}"
            code = _told(_met(error, kwargs.get("store")), typed, language)
            if isinstance(error, Ambiguous):
                # A question is asked anew by its name.
                asked_again = f"{command.__name__} {kwargs.get('name') or ''}".rstrip()
                tell_candidates(error.candidates, asked_again, language)
        raise typer.Exit(code)

    if "output" in signature(command).parameters:
        _take_file(run, signature(command))
    return run


def _run(command: Callable[..., Exit], options: dict[str, Any], language: Language) -> Exit:
    """Run ``command``; where a file is named, its answer goes there."""
    if "into" not in options:
        return command(**options)
    file = options.pop("into")
    output = format_for(options["output"], file)
    with printing_to(file, output):
        code = command(**{**options, "output": output})
    if file:
        tell(say(language, "answer written", path=file))
    return code


def _take_file(run: Callable[..., None], shape: Signature) -> None:
    """Let ``run`` take ``into`` besides what ``shape`` has; typer reads both from the function."""
    into = Parameter("into", Parameter.KEYWORD_ONLY, default=None, annotation=Into)
    run.__dict__["__signature__"] = shape.replace(parameters=[*shape.parameters.values(), into])
    run.__annotations__ = {**run.__annotations__, "into": Into}


def _told(error: Exception, typed: str, language: Language) -> Exit:
    """Say on stderr what went wrong, and return the exit code."""
    message, code = error_message(error, typed, language)
    tell(details(error) + say(language, "error", message=message))
    return code


def _met(error: Exception, store: object) -> Exception:
    """Return what an error tells: a spoilt block of a dataset is met by the one who reads it.

    Oxigraph then raises an OSError that has no number, as none of the system's is, or a
    RuntimeError, which nobody else raises.
    """
    spoilt = type(error) is RuntimeError or (isinstance(error, OSError) and error.errno is None)
    if spoilt and store is not None:
        return DamagedStore(Path(str(store)), str(error))
    return error


def asked(store: str, number: list[str]) -> "tuple[GraphStore, tuple[Found, ...]]":
    """Open the store, and find the documents that were typed; a shell may have split the words."""
    typed = _joined(number)
    graph = open_store(store)
    return graph, documents_asked(graph, typed)


def asked_alone(store: str, number: list[str]) -> "tuple[GraphStore, Found]":
    """Open the store, and find the one document that was typed."""
    typed = _joined(number)
    graph = open_store(store)
    return graph, document_named(graph, typed)


def _joined(number: list[str]) -> str:
    typed = " ".join(number).encode("utf-8", "replace").decode().strip()
    if not typed:
        raise WrongUse("no number", command="luocdo plans 69-KL/TU")
    return typed
