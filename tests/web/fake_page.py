"""Serves the page of the fake assistant at MINGBAI_PORT: `python -m tests.web.fake_page`.

The conversation is the fake's; the tabs beside it stand on the real corpus. Whatever would leave this machine fails.
"""

from mingbai.assistant.library import Library
from mingbai.assistant.toolbox import Toolbox
from mingbai.settings import Settings
from mingbai.web.serving import serve_assistant
from tests.outside_calls import watch
from tests.web.fake_assistant import FakeAssistant

if __name__ == "__main__":
    watch()
    settings = Settings()
    toolbox = Toolbox(Library.from_settings(settings))
    serve_assistant(FakeAssistant(pause=0.06), toolbox, settings, "127.0.0.1", settings.port)
