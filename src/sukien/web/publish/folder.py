"""The folder of a site: written beside, then put in place whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sukien.errors import InputError

MARK = ".sukien-site"
"""The file that tells a published site from another folder."""


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A new folder to write into; it becomes `target` at the end, in place of the site there.

    When anything goes wrong `target` stays as it was. Raises InputError where `target` holds
    something that is no published site, or cannot be written.
    """
    check(target)
    target = target.resolve()
    fresh = target.with_name(f".{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)  # of one that was killed
    try:
        fresh.mkdir(parents=True)
        yield fresh
        _swap(fresh, target)
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror})") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def check(target: Path) -> None:
    """Refuse what must not be replaced. Raises InputError."""
    if not target.exists():
        return
    if not target.is_dir():
        raise InputError(f"{target}: is a file; give a folder for the site")
    if any(target.iterdir()) and not (target / MARK).is_file():
        raise InputError(
            f"{target}: holds files that are no published site; give an empty or a new folder"
        )


def _swap(fresh: Path, target: Path) -> None:
    """Put the new folder where the old one is; the old one comes back if that fails."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if not target.exists():
        fresh.rename(target)
        return
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
