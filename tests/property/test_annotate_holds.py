"""Any text goes through all layers: nothing is lost, every span lies inside, the JSON is whole."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quality.gold import squeeze

from sukien import pipeline
from sukien.errors import ArticleError
from sukien.read import article_from_text
from sukien.views.contract import article_record, json_line

PIECES = st.sampled_from(
    [
        *("Tổng thống", "Nga", "Niger_hồi", "ông", "Nguyễn_Văn_A.", '"', "“", "”", "(", ")", ","),
        *(".", ":", "Ảnh :", "- Ảnh: Minh Hà", "ngày 31/2", "16/3", "tháng 13", "25h61", "1.100"),
        *("khoảng", "hơn", "1.2.3.4.5", "binh sĩ", "cho biết", "nói", "Theo AFP", "hôm nay", "\n"),
        *("sẽ", "TP. HCM", "Il-76", "UBND tỉnh", "bị", "rằng", "\u0301", "😀", "_", "quận 9", "%"),
        *("đảo chính", "rút quân", "...", "Thứ hai", "rằm tháng Giêng", "\u200b", "\x00", "Anh"),
    ]
)
TEXTS = st.one_of(
    st.text(min_size=1, max_size=300), st.lists(PIECES, min_size=1, max_size=60).map(" ".join)
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_annotated_and_keeps_the_contract(raw):
    try:
        article = article_from_text(raw, article_id="x", published="2024-05-19")
    except ArticleError:
        assert not squeeze(raw)
        return
    [annotated] = pipeline.annotate([article])
    record = json.loads(json_line(article_record(annotated)))
    assert squeeze(squeeze(record["text"])) == squeeze(squeeze(raw))
    assert "_" not in record["text"]
    spans = list(_spans(record))
    assert all(0 <= start <= end <= len(record["text"]) for start, end in spans)
    words = [(word["start"], word["end"]) for word in record["words"]]
    covered = {at for a, b in words for at in range(a, b)}
    assert all(at in covered or c.isspace() for at, c in enumerate(record["text"]))
    assert words == sorted(words)
    assert all(0 <= event["sentence"] < len(record["sentences"]) for event in record["events"])


def _spans(value):
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(PIECES, min_size=1, max_size=25).map(" ".join), min_size=2, max_size=4))
def test_an_article_is_annotated_the_same_alone_and_in_a_batch(texts):
    articles = [
        article_from_text(f"a {text}", article_id=str(i), published="2024-05-19")
        for i, text in enumerate(texts)
    ]
    together = pipeline.annotate(articles)
    alone = [pipeline.annotate([article])[0] for article in articles]
    assert together == alone
