"""The command line: one file a group of commands, listed in main.py."""

from sukien.cli.main import main

__all__ = ["main"]
