import gzip
import json

from benchmarks.stream import annotated, articles, joined, named

RECORD = {
    "title": "Lũ quét cuốn trôi cầu Bản Pát",
    "lead": "Trận lũ quét rạng sáng nay cuốn trôi cầu treo Bản Pát, xã Mường Lống.",
    "body": ["Dân quân tìm kiếm người mất tích dọc suối Nậm Cắn.", "Trời vẫn mưa to."],
}


def test_articles_with_made_up_dates_are_joined_day_by_day(tmp_path):
    source = tmp_path / "vietnews.jsonl.gz"
    with gzip.open(source, "wt", encoding="utf-8") as file:
        for number in range(6):
            file.write(json.dumps({**RECORD, "title": f"Cầu số {number}"}) + "\n")
    given = list(articles(source, 5, 2))
    assert [one.published for one in given] == [
        *("2017-01-01", "2017-01-01", "2017-01-02", "2017-01-02", "2017-01-03")
    ]
    target = tmp_path / "annotated"
    target.write_bytes(named(given))
    assert [one.id for one in annotated(target, 9)] == [one.id for one in given]
    run = joined(target, 5, 2)
    assert (run.articles, run.stories) == (5, 1)
    assert run.cost > 0
