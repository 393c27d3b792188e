import builtins
import io
import json

import pytest

from sukien.errors import ArticleError, EmptyArticleError, MissingExtraError
from sukien.knowledge.pages import publisher_pages
from sukien.read import ReadOptions
from sukien.read.base import Document
from sukien.read.html import read_html

ONE = "Lễ thông xe diễn ra lúc 8h sáng, hàng trăm người dân hai bên sông đến xem từ sớm."
TWO = "Công trình có vốn 1.500 tỷ đồng, chậm sáu tháng so với kế hoạch, theo chủ đầu tư."
LD = {
    "@type": "NewsArticle",
    "headline": "Cầu mới thông xe",
    "datePublished": "2024-05-19T10:15:00+07:00",
    "author": {"@type": "Person", "name": "Hải Phong"},
    "publisher": {"@type": "Organization", "name": "Báo Sông"},
}


def read(page):
    document = Document("trang.html", io.BytesIO(page.encode()))
    (article,) = read_html(document, ReadOptions())
    return article


def marked(article, kind):
    return [article.text[p.start : p.end] for p in article.given if p.kind == kind]


def ld(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


VNEXPRESS = page(
    f"""<header><nav><ul><li><a href="/">Trang chủ</a></li></ul></nav></header>
    <div class="header-content"><span class="date">Chủ nhật, 19/5/2024, 10:15 (GMT+7)</span></div>
    <h1 class="title-detail">Cầu mới thông xe</h1>
    <p class="description"><span class="location-stamp">Nghệ An</span>Cầu dài 1,2 km thông xe.</p>
    <article class="fck_detail"><p class="Normal">{ONE}</p>
    <figure class="tplCaption"><div><img src="a.jpg"></div><figcaption itemprop="description">
    <p class="Image">Người dân đi trên cầu. Ảnh: <em>Hải Phong</em></p></figcaption></figure>
    <p class="Normal">{TWO}</p>
    <div class="box-tinlienquanv2"><h4><a href="/y">Cầu cũ hỏng</a></h4><p>Cầu cũ yếu.</p></div>
    <p class="Normal" style="text-align:right;"><strong>Hải Phong</strong></p></article>
    <div class="box_comment"><p>Bạn đọc: Tôi rất vui, đi lại đỡ vất vả hơn trước nhiều.</p></div>
    <footer><p>Giấy phép số 123 do Bộ cấp ngày 1/1/2020, bản quyền thuộc tòa soạn.</p></footer>""",
    '<link rel="canonical" href="https://vnexpress.net/cau-moi-4700000.html">'
    + ld({**LD, "author": {"name": "VnExpress"}}),
)


def test_a_page_of_a_known_publisher_is_read_part_by_part():
    article = read(VNEXPRESS)
    assert article.text.split("\n") == [
        "Cầu mới thông xe",
        "Cầu dài 1,2 km thông xe.",
        ONE,
        "Người dân đi trên cầu. Ảnh: Hải Phong",
        TWO,
        "Hải Phong",
    ]
    assert [part.kind for part in article.given] == ["title", "lead", "caption", "byline"]
    assert (article.publisher, article.author) == ("VnExpress", "Hải Phong")
    assert article.published == "2024-05-19T10:15:00+07:00"
    assert article.url == "https://vnexpress.net/cau-moi-4700000.html"
    assert article.id == "trang"


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes():
    cut = VNEXPRESS[: VNEXPRESS.index("chậm sáu tháng")]
    assert read(cut).text.endswith("1.500 tỷ đồng,")


def test_a_page_with_captions_by_class_and_a_subheading():
    article = read(
        page(
            f"""<h1 class="detail-title">Thi lớp 10</h1>
            <div class="author-info"><a class="name">MINH THƯ</a></div>
            <div class="detail-time">06/06/2024 06:30 GMT+7</div>
            <h2 class="detail-sapo">TTO - Sáng nay cả thành phố vào môn thi đầu tiên.</h2>
            <div class="detail-content" data-role="content"><div type="Photo"><img src="b.jpg">
            <div class="PhotoCMS_Caption"><p>Trước cổng trường - Ảnh: DUY KHÔI</p></div></div>
            <p>{ONE}</p><h3>Đề vừa sức</h3><div type="RelatedOneNews"><a href="/z">Bí quyết làm bài
            môn văn</a></div><p>{TWO}<br>Chiều nay thi tiếp.</p></div>""",
            '<meta property="og:url" content="https://tuoitre.vn/thi-1.htm">',
        )
    )
    assert marked(article, "caption") == ["Trước cổng trường - Ảnh: DUY KHÔI"]
    assert marked(article, "heading") == ["Đề vừa sức"]
    assert marked(article, "lead") == ["TTO - Sáng nay cả thành phố vào môn thi đầu tiên."]
    assert article.text.endswith(f"Đề vừa sức\n{TWO}\nChiều nay thi tiếp.")
    assert (article.published, article.author) == ("2024-06-06T06:30+07:00", "MINH THƯ")


def test_pictures_in_tables_have_captions():
    table = "<table class='x'><tr><td><img src=c></td></tr><tr><td>Ăn mừng.</td></tr></table>"
    article = read(page(f"<h1>Thắng đậm</h1><article>{table}<p>{ONE}</p><p>{TWO}</p></article>"))
    assert article.text == f"Thắng đậm\nĂn mừng.\n{ONE}\n{TWO}"
    assert marked(article, "caption") == ["Ăn mừng."]


def test_a_figure_between_title_and_text_is_not_lost():
    top = "<figure><img src=d><figcaption>Toàn cảnh</figcaption></figure>"
    body = f'<div class="post-content"><p>{ONE}</p><p>{TWO}</p></div>'
    assert read(page(f"<h1>Tin</h1>{top}{body}")).text == f"Tin\nToàn cảnh\n{ONE}\n{TWO}"


def test_an_unknown_blog_is_read_where_its_text_is_densest():
    article = read(
        page(
            f"""<div id="menu"><a href="/">Nhà</a></div><div class="wrap"><h1>Chuyện làng</h1>
            <p>Đăng ngày 12 tháng 4, 2024</p><div><p>{ONE}</p><p>{TWO}</p></div>
            <div class="side"><ul><li><a href="1">Bài cũ một</a></li></ul></div></div>""",
            '<title>Chuyện làng | Nhà quê</title><meta name="author" content="Lê Na">',
        )
    )
    assert article.text == f"Chuyện làng\n{ONE}\n{TWO}"
    assert (article.published, article.author, article.publisher) == ("2024-04-12", "Lê Na", None)


def test_a_first_paragraph_in_the_words_of_the_description_is_the_lead():
    head = f'<meta property="og:description" content="{ONE[:60]}...">'
    article = read(page(f"<h1>Tin</h1><article><p>{ONE}</p><p>{TWO}</p></article>", head))
    assert marked(article, "lead") == [ONE]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ([{"@type": "WebSite"}, LD], LD["datePublished"]),
        ({"@graph": [{"@type": "Person"}, LD]}, LD["datePublished"]),
        ({**LD, "@type": ["Thing", "ReportageNewsArticle"]}, LD["datePublished"]),
        ({**LD, "datePublished": "2024-05-19T03:15:00.000Z"}, "2024-05-19T10:15:00+07:00"),
        ({**LD, "datePublished": "sớm"}, None),
        ({"@type": "Organization"}, None),
        ([[[[[[[[LD]]]]]]]], None),
    ],
)
def test_linked_data_in_its_usual_forms(value, published):
    article = read(page(f"<h1>Tin</h1><article><p>{ONE}</p></article>", ld(value)))
    assert article.published == published


def test_linked_data_with_a_fault_still_gives_its_date():
    broken = '<script type="application/ld+json">{"datePublished": "2024-05-19", }</script>'
    assert read(page(f"<article><p>{ONE}</p></article>", broken)).published == "2024-05-19"


def test_a_day_takes_its_time_from_where_the_page_shows_it():
    shown = '<span class="date">19/5/2024 10:15</span>'
    head = '<meta property="article:published_time" content="2024-05-19">'
    article = read(page(f"<h1>Tin</h1>{shown}<article><p>{ONE}</p></article>", head))
    assert article.published == "2024-05-19T10:15"


def test_the_headline_is_the_one_that_the_page_says():
    head = '<meta property="og:title" content="Cầu mới | Báo Sông">'
    body = f"<h1>Báo Sông Hồng</h1><h1>Cầu mới</h1><article><p>{ONE}</p></article>"
    assert marked(read(page(body, head)), "title") == ["Cầu mới"]


def test_without_a_headline_the_pages_title_serves_without_the_sites_name():
    head = '<title>Cầu mới - Báo Sông</title><meta property="og:site_name" content="Báo Sông">'
    assert marked(read(page(f"<article><p>{ONE}</p></article>", head)), "title") == ["Cầu mới"]


@pytest.mark.parametrize(
    "body", ["", "<ul><li><a href=1>Tin một rất dài dòng văn tự</a></li></ul>", "<h1>Tin</h1>"]
)
def test_a_page_without_an_article_says_so(body):
    with pytest.raises(EmptyArticleError, match=r"trang\.html: has no article on it"):
        read(page(body))


def test_the_general_extractor_is_asked_for_only_when_it_is_needed(monkeypatch):
    real = builtins.__import__

    def missing(name, *args, **kwargs):
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert read(VNEXPRESS).author == "Hải Phong"
    with pytest.raises(MissingExtraError, match=r"pip install 'sukien\[html\]'"):
        read(page("<h1>Tin</h1>"))


def test_the_general_extractor_finds_what_has_no_paragraphs():
    body = f"<h1>Cầu mới</h1><table><tr><td>{ONE} {TWO} {ONE} {TWO}</td></tr></table>"
    assert ONE in read(page(f"<div>{body}</div>")).text


def test_a_page_of_tags_in_tags_without_end_is_refused():
    with pytest.raises(ArticleError, match="thousands of tags that are never closed"):
        read("<div>" * 10_000 + ONE)


def element(selector, content):
    """The element that a simple selector finds, around `content`."""
    for step in reversed(selector.split()):
        tag, attributes = step, ""
        if "[" in step:
            tag, _, rest = step.partition("[")
            name, value = rest.rstrip("]").split("=")
            attributes = f' {name.rstrip("*")}="{value}"'
        tag, _, identity = tag.partition("#")
        tag, *classes = tag.split(".")
        attributes += f' id="{identity}"' if identity else ""
        attributes += f' class="{" ".join(classes)}"' if classes else ""
        content = f"<{tag}{attributes}>{content}</{tag}>"
    return content


@pytest.mark.parametrize("known", publisher_pages().values(), ids=lambda known: known.host)
def test_every_selector_of_every_publisher_finds_its_part(known):
    head = f'<meta property="og:url" content="https://www.{known.host}/tin-1.html">'
    for number in range(3):
        title, lead, body, author, date = (
            choices[min(number, len(choices) - 1)].strip()
            for choices in (
                value.split(",")
                for value in (known.title, known.lead, known.body, known.author, known.date)
            )
        )
        article = read(
            page(
                element(title, "Cầu mới")
                + element(date, "19/5/2024 10:15")
                + element(author, "Hải Phong")
                + element(lead, "Cầu dài 1,2 km thông xe.")
                + element(body, f"<p>{ONE}</p><p>{TWO}</p>"),
                head,
            )
        )
        assert article.text == f"Cầu mới\nCầu dài 1,2 km thông xe.\n{ONE}\n{TWO}"
        assert [part.kind for part in article.given] == ["title", "lead"]
        assert (article.published, article.author) == ("2024-05-19T10:15", "Hải Phong")
        assert article.publisher == known.name
