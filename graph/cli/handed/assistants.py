"""The command ``luocdo mcp``: the collection in the hands of an assistant."""

from graph.assistant.serving import need_sdk, serve
from graph.cli.command import STORE, Lang, Store, answers
from graph.cli.error_messages import error_message
from graph.errors import Ambiguous, Exit
from graph.opening import open_store
from graph.words.sentences import Language


@answers
def mcp(store: Store = STORE, lang: Lang = Language.VI) -> Exit:
    """Answer an assistant until it leaves."""
    need_sdk()
    # A store that cannot be opened is told at once, not at the first question.
    open_store(store)

    def told(error: Exception) -> str:
        said, _ = error_message(error, "luocdo mcp", lang)
        if not isinstance(error, Ambiguous):
            return said
        return f"{said} {', '.join(found.selector for found in error.candidates)}"

    serve(store, lang, told)
    return Exit.FOUND
