"""Opens the page: `python app.py` is `mingbai serve`."""

from __future__ import annotations

import sys

from mingbai.cli import main

if __name__ == "__main__":
    main("serve", *sys.argv[1:])
