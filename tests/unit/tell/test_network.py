"""Who acted on whom, on articles whose events are built by hand."""

import re

import pytest
from msgspec.structs import replace

from building import annotated
from sukien.knowledge.dealings import dealings
from sukien.knowledge.happenings import event_types
from sukien.knowledge.nations import country_entity, country_label
from sukien.knowledge.tables import read_table
from sukien.model import Actor, Event, Role, Span, Time
from sukien.tell.entities import entities
from sukien.tell.network import joined, network
from sukien.tell.origins import Origins

LAKE = "[Lan Hà|ORG org:Lan Hà]"
HILL = "[Đồi Cao|ORG org:Đồi Cao]"


def span(article, words):
    at = article.text.index(words)
    return Span(at, at + len(words))


def event(article, kind, trigger, *, roles=(), date=None, status="actual"):
    """An event whose roles are `(role, words)` or `(role, words, entity)`."""
    place = span(article, trigger)
    number = next(i for i, s in enumerate(article.sentences) if s.start <= place.start < s.end)
    parts = []
    for role, words, *entity in roles:
        found = span(article, words)
        parts.append(Role(found.start, found.end, role=role, entity=entity[0] if entity else None))
    return Event(
        type=kind, trigger=place, sentence=number, roles=tuple(parts), date=date, status=status
    )


def told(markup, *events, article_id="a", published="2024-05-02", actors=(), pos="VERB"):
    """An article with events; `events` are the arguments of `event`, `actors` (words, sector).

    The words that name the events are of the part of speech `pos`.
    """
    article = annotated(f"Tin vắn\n{markup}", article_id, published=published)
    made = [event(article, kind, trigger, **known) for kind, trigger, known in events]
    spans = [(span(article, words), known) for words, known in actors]
    dates = {one.date for one in made if one.date}
    times = (
        Time(m.start(), m.end(), type="DATE", value=date)
        for date in sorted(dates)
        for m in re.finditer(f"ngày {int(date[8:10])}/{int(date[5:7])}\\b", article.text)
    )
    triggers = [one.trigger for one in made]
    words = (
        replace(w, pos=pos) if any(t.start <= w.start < t.end for t in triggers) else w
        for w in article.words
    )
    return replace(
        article,
        words=tuple(words),
        events=tuple(made),
        actors=tuple(Actor(s.start, s.end, **known) for s, known in spans),
        times=tuple(times),
    )


def edges(*articles):
    return network(articles, Origins(articles, ()), entities(articles))


def pairs(*articles):
    return [(edge.actor, edge.target, edge.type) for edge in edges(*articles)]


def demand(**known):
    roles = (("actor", "Lan Hà"), ("target", "Đồi Cao"))
    return ("demand", "yêu cầu", {"roles": roles, **known})


def asks(date, article_id, when="ngày 1/5", **known):
    text = f"{LAKE} {when} yêu cầu {HILL} trả lời."
    return told(text, demand(date=date), article_id=article_id, **known)


def test_one_happening_told_by_many_articles_counts_once():
    many = [asks("2024-05-01", f"a{number}") for number in range(10)]
    [edge] = edges(*many)
    assert (edge.actor, edge.target, edge.type) == ("org:Lan Hà", "org:Đồi Cao", "demand")
    assert (edge.count, edge.articles, edge.sources) == (1, 10, 10)
    assert (edge.first, edge.last) == ("2024-05-01", "2024-05-01")
    assert (edge.actor_name, edge.target_name) == ("Lan Hà", "Đồi Cao")
    assert [one.article for one in edge.evidence] == [f"a{number}" for number in range(10)]
    assert not edge.mutual


def test_what_is_stated_of_two_days_happened_twice():
    [edge] = edges(asks("2024-05-01", "a"), asks("2024-05-02", "b", when="ngày 2/5"))
    assert edge.count == 2
    assert (edge.first, edge.last) == ("2024-05-01", "2024-05-02")


def test_a_date_that_no_sentence_states_makes_no_further_happening():
    [edge] = edges(asks("2024-05-01", "a"), asks("2024-05-20", "b", when="từng"))
    assert (edge.count, edge.last) == (1, "2024-05-01")


def test_without_any_date_it_happened_once():
    [edge] = edges(asks(None, "a", when="từng"), asks(None, "b", when="từng"))
    assert (edge.count, edge.first, edge.last) == (1, None, None)


@pytest.mark.parametrize("status", ["negated", "possible"])
def test_what_is_denied_or_merely_possible_is_no_edge(status):
    assert not pairs(told(f"{LAKE} yêu cầu {HILL} trả lời.", demand(status=status)))


def test_what_is_announced_is_marked_until_it_is_told_as_done():
    text = f"{LAKE} ngày 1/5 yêu cầu {HILL} trả lời."
    coming = told(text, demand(date="2024-05-01", status="planned"))
    [edge] = edges(coming)
    assert (edge.count, edge.planned) == (0, 1)
    [edge] = edges(coming, asks("2024-05-01", "b"))
    assert (edge.count, edge.planned) == (1, 0)


def test_a_meeting_has_no_direction():
    roles = (("actor", "Đồi Cao"), ("partner", "Lan Hà"))
    one = told(f"{HILL} gặp {LAKE} hôm qua.", ("meet", "gặp", {"roles": roles}))
    roles = (("actor", "Lan Hà"), ("partner", "Đồi Cao"))
    other = told(f"{LAKE} gặp {HILL}.", ("meet", "gặp", {"roles": roles}), article_id="b")
    [edge] = edges(one, other)
    assert edge.mutual
    assert (edge.actor, edge.target, edge.articles) == ("org:Lan Hà", "org:Đồi Cao", 2)


def test_whose_meeting_it_is_does_not_take_part():
    roles = (("actor", "Lan Hà"), ("target", "Đồi Cao"))
    made = ("meet", "phiên họp", {"roles": roles})
    text = f"{LAKE} phát biểu tại phiên họp {HILL}."
    assert not pairs(told(text, made, pos="NOUN"))
    assert pairs(told(text.replace("họp [", "họp với ["), made, pos="NOUN"))


def test_an_army_acts_for_its_country_and_a_people_does_not():
    text = "Quân đội [Peru|LOC country:PE] phong tỏa cảng, dân [Chile|LOC country:CL] lo ngại."
    roles = (("actor", "Quân đội Peru"), ("target", "dân Chile"))
    army = ("Quân đội Peru", {"country": "PER", "sector": "MIL"})
    for sector, found in (("GOV", [("country:PE", "country:CL", "sanction")]), ("CVL", [])):
        people = ("dân Chile", {"country": "CHL", "sector": sector})
        made = ("sanction", "phong tỏa", {"roles": roles})
        text_here = text.replace(" cảng,", "")
        assert pairs(told(text_here, made, actors=(army, people))) == found


def test_a_body_of_a_town_does_not_act_for_the_country():
    text = "Sở [Hoa Viên|LOC city:Hoa Viên] yêu cầu [Đồi Cao|ORG org:Đồi Cao] trả lời."
    roles = (("actor", "Sở Hoa Viên"), ("target", "Đồi Cao"))
    made = ("demand", "yêu cầu", {"roles": roles})
    office = ("Sở Hoa Viên", {"country": "VNM", "sector": "GOV"})
    assert not pairs(told(text, made, actors=(office,)))


def test_parties_that_a_conjunction_joins_act_each():
    many = "[Peru|LOC country:PE], [Chile|LOC country:CL] và [Cuba|LOC country:CU]"
    text = f"{many} trừng phạt [Lào|LOC country:LA]."
    roles = (("actor", "Peru, Chile và Cuba"), ("target", "Lào"))
    made = ("sanction", "trừng phạt", {"roles": roles})
    assert {actor for actor, *_ in pairs(told(text, made))} == {
        "country:PE",
        "country:CL",
        "country:CU",
    }


def test_a_comma_alone_joins_nobody():
    text = "[Peru|LOC country:PE] trừng phạt [Lào|LOC country:LA], [Cuba|LOC country:CU] im lặng."
    roles = (("actor", "Peru"), ("target", "Lào, Cuba"))
    made = ("sanction", "trừng phạt", {"roles": roles})
    assert pairs(told(text, made)) == [("country:PE", "country:LA", "sanction")]


def test_a_capital_that_acts_is_its_country_and_one_that_is_visited_a_town():
    text = "[Paris|LOC city:Paris] chỉ trích [London|LOC city:London]."
    roles = (("actor", "Paris"), ("target", "London"))
    made = ("accuse", "chỉ trích", {"roles": roles})
    assert pairs(told(text, made)) == [("country:FR", "country:GB", "accuse")]
    text = "[Ngô Lam|PER person:Ngô Lam] thăm [London|LOC city:London]."
    made = ("visit", "thăm", {"roles": (("actor", "Ngô Lam"), ("target", "London"))})
    assert pairs(told(text, made)) == [("person:Ngô Lam", "city:London", "visit")]


def test_the_two_that_a_pronoun_stands_for_meet_each_other():
    text = "[Peru|LOC country:PE] và [Chile|LOC country:CL] đến bàn. Chiều nay hai bên thảo luận."
    roles = (("actor", "hai bên"), ("actor", "Peru và Chile"))
    made = ("meet", "thảo luận", {"roles": roles})
    assert pairs(told(text, made)) == [("country:CL", "country:PE", "meet")]


def test_a_pronoun_for_those_who_act_is_nobody_else():
    text = f"{LAKE} và {HILL} hỗ trợ hai bên."
    roles = (("actor", "Lan Hà và Đồi Cao"), ("target", "hai bên"), ("target", "Lan Hà và Đồi Cao"))
    assert not pairs(told(text, ("support", "hỗ trợ", {"roles": roles})))


def test_who_stands_behind_a_preposition_does_not_act():
    text = f"Thợ ở {LAKE} giúp {HILL}."
    made = ("support", "giúp", {"roles": (("actor", "Lan Hà"), ("target", "Đồi Cao"))})
    assert not pairs(told(text, made))
    assert pairs(told(text.removeprefix("Thợ ở "), made))


def test_a_long_list_does_not_say_who_deals_with_whom():
    names = ("Peru", "Chile", "Cuba", "Lào")
    codes = dict(zip(names, ("PE", "CL", "CU", "LA"), strict=True))
    marked = [f"[{name}|LOC country:{codes[name]}]" for name in names]
    for count, found in ((3, 3), (4, 0)):
        text = f"{', '.join(marked[: count - 1])} và {marked[count - 1]} họp bàn."
        phrase = f"{', '.join(names[: count - 1])} và {names[count - 1]}"
        made = ("meet", "họp", {"roles": (("actor", phrase),)})
        assert len(pairs(told(text, made))) == found


def test_a_team_acts_for_its_country_in_a_match_alone():
    text = "Đội tuyển [Peru|LOC country:PE] thắng [Lào|LOC country:LA]."
    team = ("Đội tuyển Peru", {"country": "PER", "sector": "ATH"})
    roles = (("actor", "Đội tuyển Peru"), ("target", "Lào"))
    for kind, found in (("win", [("country:PE", "country:LA", "win")]), ("support", [])):
        assert pairs(told(text, (kind, "thắng", {"roles": roles}), actors=(team,))) == found


def test_who_is_only_told_of_in_another_sentence_does_not_act():
    text = f"{LAKE} họp báo.\nTuần hành đòi {HILL} trả lời."
    roles = (("actor", "Lan Hà"), ("target", "Đồi Cao"))
    assert not pairs(told(text, ("demand", "đòi", {"roles": roles})))


def test_ending_an_agreement_is_no_agreement():
    text = f"{LAKE} hủy thỏa thuận với {HILL}."
    ending = ("break-off", "hủy", {"roles": (("actor", "Lan Hà"), ("target", "thỏa thuận"))})
    deal = ("agree", "thỏa thuận", {"roles": (("actor", "Lan Hà"), ("partner", "Đồi Cao"))})
    assert pairs(told(text, ending, deal)) == [("org:Lan Hà", "org:Đồi Cao", "break-off")]


def test_what_somebody_is_accused_of_is_not_told_as_done():
    text = f"[Peru|LOC country:PE] cáo buộc {LAKE} tấn công {HILL}."
    says = ("accuse", "cáo buộc", {"roles": (("actor", "Peru"), ("target", "Lan Hà"))})
    done = ("attack", "tấn công", {"roles": (("actor", "Lan Hà"), ("target", "Đồi Cao"))})
    assert pairs(told(text, says, done)) == [("country:PE", "org:Lan Hà", "accuse")]


def test_who_was_acted_on_before_a_comma_does_not_act_behind_it():
    text = f"[Peru|LOC country:PE] buộc {LAKE} ra đi, chỉ trích {HILL}."
    forced = ("pressure", "buộc", {"roles": (("actor", "Peru"), ("target", "Lan Hà"))})
    wrong = ("accuse", "chỉ trích", {"roles": (("actor", "Lan Hà"), ("target", "Đồi Cao"))})
    assert pairs(told(text, forced, wrong)) == [("country:PE", "org:Lan Hà", "pressure")]


def test_who_only_speaks_of_it_does_not_act():
    text = f"{LAKE} khẳng định cáo buộc {HILL} là sai."
    made = ("accuse", "cáo buộc", {"roles": (("actor", "Lan Hà"), ("target", "Đồi Cao"))})
    assert not pairs(told(text, made))


def test_somebody_else_named_on_the_way_makes_the_target_unsure():
    text = f"{LAKE} giao [Sông Con|ORG org:Sông Con] phối hợp cho {HILL}."
    made = ("supply", "giao", {"roles": (("actor", "Lan Hà"), ("recipient", "Đồi Cao"))})
    assert not pairs(told(text, made))


def test_only_what_is_alike_wins_against_each_other():
    text = "[Ngô Lam|PER person:Ngô Lam] thắng [Lào|LOC country:LA]."
    made = ("win", "thắng", {"roles": (("actor", "Ngô Lam"), ("target", "Lào"))})
    assert not pairs(told(text, made))


def test_networks_of_stories_add_up():
    one = edges(asks("2024-05-01", "a"))
    other = edges(asks("2024-05-09", "b", when="ngày 9/5"))
    [edge] = joined([one, other])
    assert (edge.count, edge.articles, edge.sources) == (2, 2, 2)
    assert (edge.first, edge.last) == ("2024-05-01", "2024-05-09")
    assert [place.article for place in edge.evidence] == ["a", "b"]
    assert joined([other, one]) == (edge,)
    assert joined([]) == ()


def test_the_order_of_articles_changes_nothing():
    articles = [asks("2024-05-01", "a"), asks("2024-05-02", "b", when="ngày 2/5"), asks(None, "c")]
    assert edges(*articles) == edges(*reversed(articles))


@pytest.mark.parametrize("row", read_table("dealings"), ids=lambda row: row["type"])
def test_every_dealing_is_of_a_known_type_with_known_roles(row):
    dealing = dealings()[row["type"]]
    kind = event_types()[row["type"]]
    assert set(dealing.whom) <= {"target", "partner", "recipient", "object"}
    assert dealing.inner or dealing.whom
    assert dealing.kinds <= {"person", "org", "country", "place"}
    assert dealing.inner in {None, "ends", "says"}
    assert kind.other == "target" or "recipient" in dealing.whom


def test_countries_are_named_by_either_code():
    assert country_entity("NER") == "country:NE"
    assert country_entity(None) is None
    assert country_label("country:NE") == "Niger"
    assert country_label("city:Niamey") is None
