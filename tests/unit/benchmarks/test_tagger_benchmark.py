import gzip
import json
from pathlib import Path

import pytest
from benchmarks import tagger

BODY = ["Chính phủ công bố kế hoạch ở Hà_Nội sáng nay. " * 30, "Ông Nguyễn Văn Tám dự họp."]


def test_it_runs_and_prints_the_rates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"body": BODY}, ensure_ascii=False), encoding="utf-8")
    tagger.main([str(file), "--articles", "2"])
    assert capsys.readouterr().out.count("syllables/s") == 2


def test_articles_have_five_hundred_syllables_and_repeat(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join([json.dumps({"body": BODY * 2})] * 4).encode()))
    read = tagger.articles(tagger.paragraphs(file), 7)
    assert len(read) == 7
    assert all(len(article.text.split()) >= tagger.SYLLABLES for article in read)
    assert read[0].text in {article.text for article in read[4:]}
    assert "_" not in read[0].text


def test_the_sample_library_is_read_without_a_file() -> None:
    assert len(list(tagger.paragraphs(None))) > 10


def test_a_peer_gets_every_article_whole_or_by_lines() -> None:
    seen: list[str] = []
    read = tagger.articles(iter(BODY), 1)
    tagger.each(seen.append, lines=True)(read)
    assert seen == [line for article in read for line in article.text.split("\n")]
    tagger.each(seen.append, lines=False)(read)
    assert seen[-1] == read[0].text
