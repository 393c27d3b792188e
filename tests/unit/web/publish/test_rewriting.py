"""Pages of a server made files: addresses, forms, scripts."""

from sukien.web.publish.rewriting import Frame, Seen, rewritten, runs_alone
from sukien.web.publish.spots import Spot

HERE = Spot("/story", "abc")


def written(page: str, frame: Frame | None = None) -> tuple[str, Seen]:
    seen = Seen(set(), set())
    return rewritten(page, HERE, frame or Frame(), seen), seen


def test_links_become_paths_and_are_noted() -> None:
    page, seen = written('<a href="/article/x?from=3&amp;to=9#mark">a</a> <a href="/agenda">b</a>')
    assert page == '<a href="../article/x.html#proof-3-9">a</a> <a href="../agenda.html">b</a>'
    assert seen.spots == {Spot("/article", "x"), Spot("/agenda")}
    assert seen.proofs == {("x", 3, 9)}


def test_links_inside_the_page_and_to_elsewhere_stay() -> None:
    same = '<a href="#top">a</a> <a href="https://bao.example/x">b</a>'
    assert written(same)[0] == same


def test_a_link_to_what_has_no_page_is_none() -> None:
    assert written('<a class="x" href="/signin">a</a>')[0] == '<a class="x">a</a>'
    frame = Frame(entities=frozenset({"org:A"}))
    page, _ = written('<a href="/entity/org%3AA">a</a><a href="/entity/org%3AB">b</a>', frame)
    assert page.count("href") == 1


def test_a_room_that_the_site_has_not_is_not_linked() -> None:
    assert written('<a href="/agenda.ics">a</a>', Frame(without=("/agenda.ics",)))[0] == "<a>a</a>"


def test_the_same_page_seen_otherwise_is_no_link() -> None:
    assert written('<a href="/story/abc?since=2024-01-01">a</a>')[0] == "<a>a</a>"


def test_forms_that_ask_a_server_go_and_the_search_stays() -> None:
    page, _ = written(
        '<form method="post" action="/join"><button>x</button></form>'
        '<form action="/search"><input name="q"><button>s</button></form>'
        '<form class="layers" method="get"><input type="checkbox"><button>go</button></form>'
    )
    assert "/join" not in page
    assert '<form action="../search.html"><input name="q"><button>s</button></form>' in page
    assert '<form class="layers" method="get"><input type="checkbox"></form>' in page


def test_scripts_that_ask_a_server_are_left_out() -> None:
    line = '<script src="/static/js/{}.js?v=1" type="module"></script>\n'
    page, _ = written(line.format("a") + line.format("b"), Frame(scripts={"js/a.js"}))
    assert page == '<script src="../static/js/a.js" defer></script>\n'
    assert runs_alone("const a = 1;")
    assert not runs_alone('fetch("/x")')
    assert not runs_alone('import {a} from "./a.js"')


def test_only_the_last_gap_says_in_words_what_is_missing() -> None:
    gap = '<p class="omitted" lang="vi"> </p>'
    page, _ = written(gap + "x" + gap)
    assert page.startswith('<p class="omitted">[…]</p>x<p class="omitted">[… phần')
