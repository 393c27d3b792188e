from collections.abc import Iterator
from pathlib import Path

import pytest

from sukien.store import SqlStore, open_sqlite


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_sqlite(tmp_path / "a.sukien", create=True)
    yield opened
    opened.close()
