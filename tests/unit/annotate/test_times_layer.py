"""Times, read from a table of sentences in which the expected ones are marked."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sukien.annotate import times
from sukien.knowledge.calendar import holidays, tense_words, time_words
from sukien.knowledge.tables import read_table
from sukien.model import AnnotatedArticle, Article

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_TABLE = Path(__file__).with_name("times.tsv")


def article(text: str, published: str | None = "2024-05-19") -> AnnotatedArticle:
    return AnnotatedArticle(article=Article(id="a", text=text, published=published))


def marked(text: str, published: str | None = "2024-05-19") -> str:
    """The text with its times marked as the table marks them."""
    out, at = "", 0
    for time in times.LAYER.run([article(text, published)])[0]:
        label = " ".join(filter(None, (time.type, time.value, time.mod)))
        out += f"{text[at : time.start]}[{text[time.start : time.end]}|{label}]"
        at = time.end
    return out + text[at:]


def rows() -> list[tuple[str, str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(published, text) for published, text in pairs]


@pytest.mark.parametrize(("published", "expected"), rows())
def test_a_sentence_of_the_table(published: str, expected: str) -> None:
    plain = _MARK.sub(r"\1", expected)
    assert marked(plain, None if published == "-" else published) == expected


def test_the_table_is_long_enough() -> None:
    assert sum(len(_MARK.findall(text)) for _, text in rows()) >= 400


# One sentence for each role of time_words.tsv, and what of it must be found with a phrase in it.
_CARRIERS = {
    "part": ("Đoàn đến {} 12/3.", "TIME 2024-03-12T{value}"),
    "weekday": ("Đoàn đến hôm {}.", "DATE 2024-05-1"),
    "unit": ("Việc ấy mất 3 {} đồng hồ rồi.", None),
    "today": ("Đoàn đến {}.", "DATE 2024-05-"),
    "partday": ("Đoàn đến sáng {}.", "TMO"),
    "said": ("Ngày 12/3, đoàn đến. Việc đó xong {}.", "{phrase}|DATE 202"),
    "ref": ("Việc này, {}, đã rõ.", "{phrase}|DATE {value}_REF"),
    "blur": ("Đoàn ở {} 5 ngày.", "{phrase} 5 ngày|DURATION P5D"),
    "edge": ("Đoàn đến {} năm 2020.", "{phrase} năm 2020|DATE 2020 {value}"),
    "vague": ("Đoàn ở {} ngày qua.", "{phrase} ngày qua|DURATION PXD"),
    "season": ("Đoàn đến {} năm 2020.", "{phrase} năm 2020|DATE 2020-{value}"),
    "span": ("Đoàn ở đây 5 năm {}.", "5 năm {phrase}|DURATION P5Y"),
    "ago": ("Đoàn đến 5 năm {}.", "5 năm {phrase}|DATE 20"),
    "month": ("Đoàn đến tháng {}.", "tháng {phrase}|DATE 202"),
    "noset": ("Họ {} hàng năm đó.", None),
    "label": ("Ông nhắc {} 5 năm 2020.", "[năm 2020|DATE 2020]"),
    "notdate": ("Ông nhắc {} 12/3.", "{phrase} 12/3."),
    "before_day": ("Việc này {} 12/6.", "12/6|DATE 202"),
    "before_year": ("Việc này {} 2019.", "2019|DATE 2019]"),
    "share": ("Việc này từ 1/3 {}.", "từ 1/3"),
    "noref": ("Họ {} hiện tại nhà.", "{phrase} hiện tại nhà"),
    "noedge": ("Họ {} đầu năm 2020.", "đầu [năm 2020|DATE 2020]"),
    "counted": ("Họ đến 2019 {}.", "đến 2019 {phrase}"),
    "happening": ("Đoàn đến 5 năm sau {} đó.", "5 năm sau|DURATION P5Y]"),
    "nounit": ("Ông nhắc 5 {}.", "5 {phrase}."),
}


_OWN_DATE = {
    "ngày kia",
    "tháng",
    "quý",
    "ngày",
    "hôm đó",
    "ngày đó",
}  # dates in the carrier themselves


@pytest.mark.parametrize("role", sorted(_CARRIERS))
def test_every_word_of_a_role(role: str) -> None:
    carrier, expected = _CARRIERS[role]
    for row in read_table("time_words"):
        if row["role"] != role or expected is None or row["phrase"] in _OWN_DATE:
            continue
        found = marked(carrier.format(row["phrase"]))
        want = expected.format(phrase=row["phrase"], value=row["value"])
        assert want in found, (row, found)


@pytest.mark.parametrize("row", read_table("time_words"), ids=lambda row: row["phrase"])
def test_every_word_is_found_by_its_role(row: dict[str, str]) -> None:
    words = row["phrase"].split()
    assert time_words(row["role"]).at(words, 0) == (row["value"], len(words))


@pytest.mark.parametrize("row", read_table("holidays"), ids=lambda row: row["phrase"])
def test_every_holiday_is_a_day(row: dict[str, str]) -> None:
    words = row["phrase"].split()
    assert holidays().at(words, 0) is not None
    found = marked(f"Dân làng nghỉ {row['phrase']} năm 2023.")
    assert f"{row['phrase']} năm 2023|DATE 202" in found
    assert re.search(r"DATE \d{4}-\d\d-\d\d\]", found)


@pytest.mark.parametrize(("phrase", "tense"), tense_words())
def test_every_tense_word_moves_the_date(phrase: str, tense: str) -> None:
    found = marked(f"Đoàn {phrase} đến tháng 11.")
    assert ("2023-11" in found) == (tense == "past")


def test_a_cue_of_another_sentence_does_not_count() -> None:
    assert "2024-03-05" in marked("Ông sẽ đi xa. Lễ mở ngày 5/3. Ông sẽ về.")


def test_times_do_not_overlap_and_are_in_order() -> None:
    text = " ".join(_MARK.sub(r"\1", text) for _, text in rows())
    found = times.LAYER.run([article(text)])[0]
    assert all(one.end <= two.start for one, two in pairwise(found))
