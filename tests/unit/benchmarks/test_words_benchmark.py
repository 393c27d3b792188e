from pathlib import Path

import pytest
from benchmarks import words

from sukien.text.tokens import tokenize


def test_it_runs_and_prints_a_ratio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Chính phủ công bố kế hoạch.\n\nHọ ở Hà Nội.\n", encoding="utf-8")
    words.main([str(file), "--syllables", "40"])
    assert "ratio" in capsys.readouterr().out


def test_the_sample_library_is_read_without_a_file() -> None:
    assert len(words.texts(None)) > 10


def test_the_peer_takes_the_longest_word_that_it_knows() -> None:
    row = tokenize("Thủ đô Hà Nội mưa")
    known = frozenset({"thủ đô", "hà nội", "thủ đô hà nội"})
    assert words.longest_match(row, known) == [4, 1]
