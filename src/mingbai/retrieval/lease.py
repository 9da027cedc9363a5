"""Who still reads a built index: a shared lock, which the system drops however its holder ends."""

import fcntl
import os
from pathlib import Path


def hold(file: Path) -> int:
    """Takes a share in the file and gives the descriptor that keeps it; close that to let go."""
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def is_free(file: Path) -> bool:
    """Whether no process, this one included, has a share in the file, or there is no such file."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True
