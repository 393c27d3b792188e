"""Parts of articles built by hand: one sentence a row, its expected part beside it."""

from sukien.annotate import parts
from sukien.annotate.parts.layer import find_parts
from sukien.model import AnnotatedArticle, Article, Part, Sentence


def build(rows: list[str], *, lined: bool = False, **known: object) -> AnnotatedArticle:
    """An article whose sentences are the rows, on lines of their own or run together."""
    glue = "\n" if lined else " "
    text = glue.join(rows)
    found, at = [], 0
    for row in rows:
        found.append(Sentence(at, at + len(row)))
        at += len(row) + 1
    breaks = tuple(s.start for s in found[1:]) if lined else ()
    article = Article(id="x", text=text, breaks=breaks, **known)
    return AnnotatedArticle(article=article, sentences=tuple(found))


def read(document: AnnotatedArticle) -> list[tuple[str, str]]:
    """Kind and text of every part but the body."""
    found = parts.LAYER.run([document])[0]
    return [(p.kind, document.surface(p)) for p in found if p.kind != "body"]


TITLE = "Bão số 9 đổi hướng, miền Trung mưa lớn"
LEAD = "Cơn bão bất ngờ chuyển hướng khiến miền Trung phải sơ tán hàng nghìn hộ dân ven biển."
BODY = [
    "Sáng 12/10, Trung tâm Dự báo khí tượng cho biết bão sẽ đổ bộ vào ngày mai, gió giật cấp 12.",
    "Chủ tịch tỉnh đã yêu cầu các huyện kiểm tra hồ chứa và cấm tàu thuyền ra khơi từ tối nay.",
    "Ông cho biết hơn hai nghìn hộ dân sẽ được đưa đến nơi an toàn trước khi trời tối.",
]


def test_a_flattened_article_with_everything() -> None:
    rows = [TITLE, LEAD, BODY[0], "Tàu thuyền vào âu tránh bão ở cửa Đại.", "Ảnh: Hoàng Hà"]
    rows += [*BODY[1:], "Minh Anh (Theo AFP, Reuters)"]
    assert read(build(rows)) == [
        ("title", TITLE),
        ("lead", LEAD),
        ("caption", "Tàu thuyền vào âu tránh bão ở cửa Đại."),
        ("credit", "Hoàng Hà"),
        ("byline", "Minh Anh"),
        ("agency", "AFP"),
        ("agency", "Reuters"),
    ]


def test_the_body_is_one_part_a_stretch() -> None:
    rows = [TITLE, LEAD, *BODY[:2], "Cây đổ ở Huế - Ảnh: Lê Nam", BODY[2]]
    found = parts.LAYER.run([build(rows)])[0]
    document = build(rows)
    assert [document.surface(p) for p in found if p.kind == "body"] == [" ".join(BODY[:2]), BODY[2]]


def test_a_caption_with_its_credit_after_a_dash_or_in_brackets() -> None:
    for link in ("- Ảnh: LÊ NAM", "(Ảnh: LÊ NAM)", "Ảnh: LÊ NAM"):
        rows = [TITLE, LEAD, BODY[0], f"Cây đổ ở Huế {link}", *BODY[1:]]
        assert ("caption", "Cây đổ ở Huế") in read(build(rows))
        assert ("credit", "LÊ NAM") in read(build(rows))


def test_a_caption_with_two_credits() -> None:
    rows = [TITLE, LEAD, BODY[0], "Đường đi của bão. Ảnh: NCHMF - Đồ họa: Tiến Thành", *BODY[1:]]
    found = read(build(rows))
    assert [text for kind, text in found if kind == "credit"] == ["NCHMF", "Tiến Thành"]
    assert ("caption", "Đường đi của bão.") in found


def test_illustration_alone_is_a_caption() -> None:
    rows = [TITLE, LEAD, BODY[0], "Ảnh minh họa", *BODY[1:]]
    assert ("caption", "Ảnh minh họa") in read(build(rows))
    rows[3] = "Một bệnh nhân được tiêm phòng (ảnh minh họa)."
    assert ("caption", rows[3]) in read(build(rows))


def test_a_lead_keeps_the_house_prefix() -> None:
    lead = f"(TNO) - {LEAD}"
    assert read(build([TITLE, lead, *BODY]))[:2] == [("title", TITLE), ("lead", lead)]


def test_a_text_that_begins_with_a_full_sentence_has_no_title() -> None:
    assert read(build(BODY)) == []


def test_a_question_may_be_a_title() -> None:
    rows = ["Vì sao giá gạo tăng?", LEAD, *BODY]
    assert read(build(rows))[0] == ("title", "Vì sao giá gạo tăng?")


def test_source_inside_the_text_is_no_agency() -> None:
    rows = [TITLE, LEAD, "Theo AFP, hai tàu cá đã mất tích ở ngoài khơi.", *BODY]
    assert all(kind != "agency" for kind, _ in read(build(rows)))


def test_source_on_its_own_line_at_the_end() -> None:
    assert read(build([TITLE, LEAD, *BODY, "Theo TTXVN"]))[-1] == ("agency", "TTXVN")
    assert read(build([TITLE, LEAD, *BODY, "(Theo báo Tuổi Trẻ)"]))[-1] == ("agency", "Tuổi Trẻ")


def test_source_in_brackets_after_the_last_sentence() -> None:
    rows = [TITLE, LEAD, *BODY[:2], "Hai nước sẽ ký kết vào tháng tới (Theo Reuters)."]
    document = build(rows)
    found = parts.LAYER.run([document])[0]
    assert document.surface(found[-1]) == "Reuters"
    assert document.surface(found[-2]).endswith("vào tháng tới")


def test_words_and_picture_by_one_person_is_a_byline() -> None:
    assert read(build([TITLE, LEAD, *BODY, "Tin, ảnh: Trần Mai"]))[-1] == ("byline", "Trần Mai")


def test_a_signature_with_its_source_may_stand_inside() -> None:
    rows = [TITLE, LEAD, *BODY, "N.H (theo chinhphu.vn)", *["Thêm một tin khác."] * 2, BODY[0]]
    found = read(build(rows))
    assert ("byline", "N.H") in found
    assert ("agency", "chinhphu.vn") in found


def test_two_authors_are_two_bylines() -> None:
    found = read(build([TITLE, LEAD, *BODY, "Hữu Lộc - Mai An"]))
    assert found[-2:] == [("byline", "Hữu Lộc"), ("byline", "Mai An")]


def test_a_title_repeated_under_a_picture_is_no_caption() -> None:
    rows = [TITLE, LEAD, BODY[0], TITLE, "Sóng đánh vào kè.", "Ảnh: VTV", *BODY[1:]]
    found = read(build(rows))
    assert [text for kind, text in found if kind == "caption"] == ["Sóng đánh vào kè."]


def test_a_heading_is_short_and_has_no_mark() -> None:
    rows = [TITLE, LEAD, BODY[0], "Sơ tán trước khi trời tối", *BODY[1:]]
    assert ("heading", "Sơ tán trước khi trời tối") in read(build(rows, lined=True))


def test_related_links_are_body() -> None:
    rows = [TITLE, LEAD, *BODY, ">> Miền Trung đón bão mới", "Minh Anh"]
    found = read(build(rows))
    assert [kind for kind, _ in found] == ["title", "lead", "byline"]


def test_lines_tell_title_byline_and_lead() -> None:
    rows = [TITLE, "Minh Anh", LEAD, *BODY]
    found = read(build(rows, lined=True))
    assert found == [("title", TITLE), ("byline", "Minh Anh"), ("lead", LEAD)]


def test_what_the_source_marked_is_trusted() -> None:
    start = len(TITLE) + 1
    given = (Part(0, len(TITLE), "title"), Part(start, start + len(LEAD), "lead"))
    document = build([TITLE, LEAD, *BODY], lined=True, given=given)
    assert parts.LAYER.run([document])[0][:2] == given


def test_a_given_caption_gives_up_its_credit() -> None:
    caption = "Cây đổ ở Huế. Ảnh: Lê Nam"
    start = sum(len(row) + 1 for row in (TITLE, LEAD))
    given = (Part(start, start + len(caption), "caption"),)
    found = read(build([TITLE, LEAD, caption, *BODY], lined=True, given=given))
    assert ("caption", "Cây đổ ở Huế.") in found
    assert ("credit", "Lê Nam") in found


def test_a_caption_of_several_sentences_on_one_line() -> None:
    apart = ["Cây đổ ở Huế.", "Điện đã cắt.", "Ảnh: Lê Nam"]
    for shape in (apart, [apart[0], "Điện đã cắt - Ảnh: Lê Nam"]):
        rows = [TITLE, LEAD, BODY[0], *shape, *BODY[1:]]
        document = build(rows, lined=True)
        inner = [document.text.index(row) for row in shape[1:]]
        breaks = tuple(at for at in document.article.breaks if at not in inner)
        article = Article(id="x", text=document.text, breaks=breaks)
        found = read(AnnotatedArticle(article=article, sentences=document.sentences))
        captions = [text for kind, text in found if kind == "caption"]
        assert [text.split("\n")[0] for text in captions] == ["Cây đổ ở Huế."]
        assert captions[0].endswith(("Điện đã cắt.", "Điện đã cắt"))
        assert ("credit", "Lê Nam") in found


def test_a_batch_is_its_articles() -> None:
    documents = [build([TITLE, LEAD, *BODY]), build(BODY), build([])]
    assert parts.LAYER.run(documents) == [find_parts(document) for document in documents]
    assert find_parts(documents[2]) == ()


def test_a_credit_alone_on_its_line_belongs_to_the_line_before() -> None:
    rows = [TITLE, LEAD, BODY[0], "(Ảnh: Minh Hà)", BODY[1]]
    assert read(build(rows, lined=True)) == [
        ("title", TITLE),
        ("lead", LEAD),
        ("caption", BODY[0]),
        ("credit", "Minh Hà"),
    ]
