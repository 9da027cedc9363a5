"""Opens the chat page: `python app.py`, at MINGBAI_HOST (127.0.0.1) and MINGBAI_PORT (7860; 0 takes a free one)."""

from __future__ import annotations

import sys

from pydantic import ValidationError

from mingbai.corpus.problems import CorpusError
from mingbai.settings import Settings
from mingbai.web import serve, words
from mingbai.web.serving import CannotListenError


def main() -> None:
    """Serve the page until interrupted; what is wrong with the settings or the corpus is said without a stack trace."""
    try:
        settings = Settings()
        serve(settings.host, settings.port)
    except ValidationError as error:
        sys.exit("\n".join(_unreadable(str(one["loc"][0]), one["input"]) for one in error.errors()))
    except (CannotListenError, CorpusError) as error:
        sys.exit(str(error))


def _unreadable(name: str, value: object) -> str:
    return words.SETTING_UNREADABLE.format(name=f"MINGBAI_{name.upper()}", value=value)


if __name__ == "__main__":
    main()
