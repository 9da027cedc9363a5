"""`python -m mingbai.cli` is `mingbai`."""

from mingbai.cli import main

main()
