"""The stand-off gold of names, and how it is scored. The articles themselves are not needed."""

import gzip
import json
from pathlib import Path

import pytest
from quality.names import GOLD, Marked, Name, Real, Table, drawn, found_names, marked, to_article

from quality import names
from sukien.tag import tag

ROWS = {
    which: [json.loads(line) for line in (GOLD / f"{which}.jsonl").read_text("utf-8").splitlines()]
    for which in ("measuring", "training")
}


@pytest.mark.parametrize("which", ROWS)
def test_names_lie_in_their_article_and_none_in_another(which: str) -> None:
    for row in ROWS[which]:
        assert set(row) == {"corpus", "id", "length", "names"}
        end = 0
        for start, stop, kind in row["names"]:
            assert end <= start < stop <= row["length"], row["id"]
            assert kind in {"PER", "ORG", "LOC", "MISC"}
            end = stop


def test_what_measures_is_never_learned_from() -> None:
    measuring, training = ({(r["corpus"], r["id"]) for r in ROWS[w]} for w in ROWS)
    assert len(measuring) == len(ROWS["measuring"]) == 50
    assert len(training) == len(ROWS["training"]) >= 120
    assert not measuring & training


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three small corpora with texts of our own."""
    body = "Ông Nguyễn Văn Tám họp ở Hà_Nội sáng nay về việc xây cầu mới qua sông. " * 8
    records = [{"id": f"x_{n}", "title": f"Tin số {n}", "body": [body]} for n in range(6)]
    for corpus in ("unc", "vietnews"):
        lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        (tmp_path / f"{corpus}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    cluster = json.dumps({"cluster": 3, "articles": records}, ensure_ascii=False)
    (tmp_path / "vnmds.jsonl.gz").write_bytes(gzip.compress(cluster.encode()))
    monkeypatch.setattr(names, "CORPORA", dict.fromkeys(("unc", "vietnews", "vnmds"), (4, 2)))
    monkeypatch.setattr(names, "GOLD", tmp_path)
    return tmp_path


def test_the_same_articles_are_drawn_every_time(corpora: Path) -> None:
    first, again = drawn(corpora), drawn(corpora)
    assert first == again
    assert len(first["measuring"]) == len(first["training"]) == 6
    assert not {r.id for r in first["measuring"] if r.corpus == "unc"} & {
        r.id for r in first["training"] if r.corpus == "unc"
    }


def test_an_article_that_is_not_the_one_read_is_named(corpora: Path) -> None:
    [one, *_] = drawn(corpora)["measuring"]
    length = len(names.squeeze(one.text))
    row = {"corpus": one.corpus, "id": one.id, "length": length, "names": [[0, 3, "LOC"]]}
    file = corpora / "measuring.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    assert marked(corpora)[0].names == [Name(0, 3, "LOC")]
    file.write_text(json.dumps({**row, "length": 7}), encoding="utf-8")
    with pytest.raises(ValueError, match=f"{length} characters, read were 7"):
        marked(corpora)


def test_types_count_apart_from_spans() -> None:
    real = Real("unc", "1", "x", ["Hà Nội mưa"], None)
    table = Table()
    table.add(Marked(real, [Name(0, 5, "LOC")]), {Name(0, 5, "PER")})
    assert table.counts["names"].f1 == 0
    assert table.counts["spans"].f1 == 1
    assert sorted(table.mistakes) == ["missed LOC HàNội", "wrong PER HàNội"]
    assert any("spans" in line for line in table.lines())


def test_offsets_of_what_is_found_count_no_space_and_no_underscore() -> None:
    real = Real("unc", "1", "x", ["Ông Nguyễn_Văn_Tám ở", "Hà_Nội ."], None)
    for flat in (False, True):
        [found] = tag([to_article(real, flat=flat)])
        assert Name(3, 15, "PER") in found_names(found)
