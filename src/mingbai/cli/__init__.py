"""The command line: ask | estimate | documents | search | check | proofread | new | import | quiz | index | serve.

Heavy rooms are imported inside the commands.
"""

from __future__ import annotations

import sys

import typer

from mingbai.cli.ask import ask
from mingbai.cli.corpus import check, new, proofread
from mingbai.cli.documents import documents
from mingbai.cli.estimate import estimate
from mingbai.cli.imports import import_files
from mingbai.cli.quiz import app as quiz_commands
from mingbai.cli.search import index, search
from mingbai.cli.serve import serve
from mingbai.cli.usage import UsageError, usage_words
from mingbai.corpus.problems import CorpusError
from mingbai.environment import close_outside_doors

app = typer.Typer(no_args_is_help=True, add_completion=False, help="明白:医保政策问答,算得准,有出处。")
for command in (ask, estimate, documents, search, check, proofread, new):
    app.command()(command)
app.command("import")(import_files)
app.add_typer(quiz_commands, name="quiz")
app.command()(index)
app.command()(serve)


def main(*arguments: str) -> None:
    """Run the command line, or `arguments` instead; a mistake in it or in the corpus is told without a stack trace."""
    close_outside_doors()
    try:
        sys.exit(app(arguments or None, standalone_mode=False))
    except CorpusError as error:
        sys.exit(str(error))
    except UsageError as error:
        typer.echo(usage_words(error), err=True)
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit("停下了。")
