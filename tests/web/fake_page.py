"""Serves the page of the fake assistant at a free port: `python -m tests.web.fake_page`."""

from mingbai.web.serving import serve_assistant
from tests.web.fake_assistant import FakeAssistant

if __name__ == "__main__":
    serve_assistant(FakeAssistant(pause=0.03), "127.0.0.1", 0)
