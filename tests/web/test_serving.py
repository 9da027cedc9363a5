import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.toolbox import Toolbox
from mingbai.settings import Settings
from mingbai.web.serving import CannotListenError, serve_assistant
from tests.web.fake_assistant import FakeAssistant

ROOT = Path(__file__).resolve().parents[2]


def test_a_taken_port_is_said_with_the_way_out():
    settings = Settings()
    toolbox = Toolbox(Library.from_settings(settings))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListenError, match=rf"打不开 127\.0\.0\.1:{port}.*MINGBAI_PORT"):
            serve_assistant(FakeAssistant(), toolbox, settings, "127.0.0.1", port)


def test_an_unreadable_port_is_said_without_a_stack_trace(running_as_here):
    run = subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=running_as_here | {"MINGBAI_PORT": "八千"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.strip() == "环境变量 MINGBAI_PORT 的值「八千」读不懂。"
