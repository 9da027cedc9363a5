"""Commands as they are typed, in this process or in one of their own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from mingbai.cli import app

QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"
CHONGQING = ("estimate", "chongqing-resident-2013")
COMPLETE = ("care=住院", "plan=二档", "hospital_level=三级", "cost=30000")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def last_line(text: str) -> str:
    return text.strip().splitlines()[-1]


def whole_process(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    environment |= {"MINGBAI_CACHE": str(folder), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "mingbai.cli", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment | settings, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
