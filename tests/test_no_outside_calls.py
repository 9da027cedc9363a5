"""Nothing is fetched at run time: building the index, answering and opening the page reach no other host."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_SETTINGS = ("MINGBAI_", "HF_", "TRANSFORMERS_", "GRADIO_", "LANGSMITH_", "LANGCHAIN_", "ANONYMIZED_", "CHROMA_")
_KNOCKING = """
import socket
from tests.outside_calls import ATTEMPTS, watch
watch()
def knock(door):
    try:
        door()
    except OSError:
        pass
knock(lambda: socket.create_connection(("192.0.2.1", 80), timeout=0.1))
knock(lambda: socket.socket().connect_ex(("192.0.2.1", 80)))
knock(lambda: socket.getaddrinfo("example.org", 443))
knock(lambda: socket.gethostbyname("example.org"))
knock(lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"", ("192.0.2.1", 53)))
knock(lambda: __import__("urllib.request").request.urlopen("http://example.org"))
knock(lambda: socket.create_connection(("127.0.0.1", 1), timeout=0.1))
import json
print(json.dumps(ATTEMPTS))
"""


def _attempts(folder: Path, *arguments: str) -> list[str]:
    """The outside calls of a fresh process that is told nothing of how to stay offline."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_SETTINGS)}
    environment |= {
        "MINGBAI_CACHE": str(folder / "index"),
        "HOME": str(folder),
        "PYTHONPATH": os.pathsep.join([str(ROOT), *(path for path in sys.path if path)]),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_index_ask_and_page_reach_no_other_host(tmp_path: Path):
    assert _attempts(tmp_path, "-m", "tests.outside_calls") == []


def test_the_watch_sees_each_way_out_and_lets_this_machine_be(tmp_path: Path):
    assert _attempts(tmp_path, "-c", _KNOCKING) == [
        "socket.getaddrinfo 192.0.2.1",
        "socket.connect 192.0.2.1",
        "socket.getaddrinfo example.org",
        "socket.gethostbyname example.org",
        "socket.sendto 192.0.2.1",
        "socket.getaddrinfo example.org",
    ]
