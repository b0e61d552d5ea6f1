"""What was typed that no command takes, in the words of the program instead of the library's."""

import os
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

import typer
from typer.core import TyperGroup

from graph.cli.printing import tell
from graph.errors import Exit, WrongUse
from graph.words.sentences import LANGUAGE_VARIABLE, Language, say
from ontology.bilingual import Bilingual

_UsageError: Final[type[Any]] = typer.BadParameter.__mro__[1]
"""What typer's own errors of usage have in common, whether it carries click or imports it."""
_LIKENESS: Final = 0.7
"""How much of two names is the same where one is typed for the other: a letter of three or four."""
_LANGUAGES: Final = tuple(language.value for language in Language)


class Commands(TyperGroup):
    """All commands; what is typed wrongly is told in the language that was chosen."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run what was typed, and end the process with its exit code."""
        typed = sys.argv[1:] if args is None else list(args)
        try:
            code = super().main(
                args,
                prog_name,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except WrongUse as fault:
            code = _told(fault, typed, "luocdo")
        except _UsageError as error:
            if _kind(error) == "NoArgsIsHelpError":
                error.show()
                sys.exit(Exit.WRONG_USE)
            command = getattr(error.ctx, "command_path", "") or " ".join(["luocdo", *typed[:1]])
            code = _told(_fault(self, error, typed), typed, command)
        sys.exit(code)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Return the command that ``args`` begin with; WrongUse where there is none."""
        known = self.list_commands(ctx)
        # A shell that completes what is being typed asks of anything, and shows what is told.
        if args[0] not in known and not ctx.resilient_parsing:
            near = _near(args[0], known)
            key = "no such command" if near else "no such command: other"
            raise WrongUse(key, name=args[0], known=near)
        return super().resolve_command(ctx, args)


def _told(fault: WrongUse, typed: Sequence[str], command: str) -> Exit:
    language = language_typed(typed)
    tell(say(language, "error", message=fault.told(language)))
    tell(say(language, "usage", command=f"{command} --help"))
    return fault.exit


def language_typed(typed: Sequence[str]) -> Language:
    """Return the language that was chosen, however wrong the rest of what was typed is."""
    chosen = _given(typed, ("--lang",), LANGUAGE_VARIABLE)
    return Language(chosen) if chosen in _LANGUAGES else Language.VI


def _given(typed: Sequence[str], options: Sequence[str], variable: str = "") -> str:
    """Return the value that was typed for an option, or that its variable holds; or nothing."""
    for place, word in enumerate(typed):
        option, equals, value = word.partition("=")
        if option in options and (equals or typed[place + 1 :]):
            return value if equals else typed[place + 1]
    return os.environ.get(variable, "") if variable else ""


def _kind(error: Exception) -> str:
    return type(error).__name__


def _fault(commands: TyperGroup, error: Any, typed: Sequence[str]) -> WrongUse:  # noqa: ANN401
    """Return what is wrong with what was typed."""
    command: Any = error.ctx.command if error.ctx else commands.get_command(error.ctx, typed[0])
    context = error.ctx or typer.Context(command)
    options: dict[str, Any] = {each: param for param in command.params for each in param.opts}
    kind, language = _kind(error), language_typed(typed)
    if kind == "NoSuchOption":
        near = _near(error.option_name, [*options, "--help"])
        key = "no such option" if near else "no such option: other"
        return WrongUse(key, name=error.option_name, known=near)
    if kind == "BadOptionUsage":
        param = options[error.option_name]
        key = "option takes no value" if param.is_flag else "option needs a value"
        return WrongUse(key, **_named(param, context, language))
    if kind == "MissingParameter":
        return WrongUse("missing", **_named(error.param, context, language))
    if kind == "BadParameter":
        given = _given(typed, error.param.opts, error.param.envvar or "")
        return WrongUse("bad value", given=given, **_named(error.param, context, language))
    _, extra, _ = command.make_parser(context).parse_args(args=list(typed[1:]))
    return WrongUse("too many arguments", extra=" ".join(extra))


def _named(param: Any, context: typer.Context, language: Language) -> Mapping[str, str]:  # noqa: ANN401
    """Return an argument or an option as the help names it, and what the help says of it."""
    if param.param_type_name == "argument":
        name = param.metavar
    else:
        name, _ = param.get_help_record(context)
    vietnamese, _, english = param.help.partition(" / ")
    return {"name": name, "help": language.choose(Bilingual(vietnamese, english))}


def _near(typed: str, known: Sequence[str]) -> str:
    """Return those of ``known`` that ``typed`` may stand for; often none."""
    # The dashes that all options begin with are no likeness.
    bare = {name.lstrip("-"): name for name in known}
    near = get_close_matches(typed.lstrip("-"), bare, cutoff=_LIKENESS)
    return ", ".join(bare[name] for name in near)
