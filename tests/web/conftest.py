import os
import sys

import pytest


@pytest.fixture(scope="session")
def running_as_here() -> dict[str, str]:
    """The environment with which another Python process finds the same packages as this one."""
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONIOENCODING": "utf-8"}
