"""The commands as a person uses them, on articles written for the test."""

import json

import pytest
from click.testing import CliRunner

from sukien.cli import main

STORM = (
    "Bão số 3 vào Quảng Ninh\n\n"
    "Chiều 7/9, bão số 3 đổ bộ tỉnh Quảng Ninh làm 12 người chết.\n\n"
    "“Gió rất mạnh”, bà Nguyễn Thị Lan, cư dân Hạ Long, nói.\n"
)
LATER = (
    "Quảng Ninh khắc phục hậu quả bão số 3\n\n"
    "Ngày 10/9, tỉnh Quảng Ninh cho biết bão số 3 đã làm 25 người chết.\n"
)


@pytest.fixture
def run():
    runner = CliRunner()

    def invoke(*arguments, code=0, **kwargs):
        result = runner.invoke(main, [str(one) for one in arguments], **kwargs)
        assert result.exit_code == code, result.output
        return result

    return invoke


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    rows = [
        {"id": "bao-1", "text": STORM, "published": "2024-09-07", "publisher": "Báo Mẫu"},
        {"id": "bao-2", "text": LATER, "published": "2024-09-10", "publisher": "Tin Mẫu"},
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture
def library(run, tmp_path, articles):
    path = tmp_path / "news.sukien"
    run("add", path, articles)
    return path


def test_annotate_prints_the_contracts_keys(run, articles):
    lines = run("annotate", articles).stdout.splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["id"] for record in records] == ["bao-1", "bao-2"]
    assert list(records[0]) == [
        *("id", "url", "publisher", "published", "published_bounds", "text"),
        *("parts", "sentences", "words", "names", "actors", "times"),
        *("quantities", "quotes", "events"),
    ]


def test_annotate_reads_standard_input_and_dates_it(run):
    result = run("annotate", "--date", "7/9/2024", "-", input=STORM)
    record = json.loads(result.stdout)
    assert record["published"] == "2024-09-07"
    assert {time["value"][:10] for time in record["times"]} == {"2024-09-07"}


def test_the_output_is_the_same_in_two_processes(run, articles):
    assert run("annotate", articles).stdout == run("annotate", "-j", "2", articles).stdout


def test_words_gives_a_line_for_a_line(run, tmp_path):
    path = tmp_path / "raw.txt"
    path.write_text("Chính phủ họp.\n\nNgười dân Hà Nội nói.\n", encoding="utf-8")
    lines = run("words", path).stdout.split("\n")
    assert len(lines) == 4
    assert lines[0] == "Chính_phủ họp ."
    assert lines[1] == ""
    assert "Hà_Nội" in lines[2]


def test_words_of_a_file_tell_parts_of_speech_and_names(run, tmp_path):
    path = tmp_path / "raw.txt"
    path.write_text("Trời mưa.\n\nÔng Trần Văn Tám ở Hà_Nội nói.\n", encoding="utf-8")
    table = run("words", path, "--format", "conllu").stdout.split("\n")
    assert f"# newdoc id = {path}:3" in table
    [tam] = [line.split("\t") for line in table if "\tTrần Văn Tám\t" in line]
    assert (tam[3], tam[9]) == ("PROPN", "NER=B-PER")
    [line] = run("words", path, "--format", "jsonl", "--by", "file").stdout.splitlines()
    record = json.loads(line)
    surface = [record["text"][one["start"] : one["end"]] for one in record["names"]]
    assert surface == ["Trần Văn Tám", "Hà Nội"]
    assert {one["type"] for one in record["names"]} == {"PER", "LOC"}
    assert len(record["sentences"]) == 2


def test_words_of_a_file_keep_its_lines(run, tmp_path):
    path = tmp_path / "raw.txt"
    path.write_text("Chính_phủ họp.\r\n\r\nHà_Nội mưa.\r\n", encoding="utf-8")
    assert run("words", path, "--by", "file").stdout == "Chính_phủ họp .\n\nHà_Nội mưa .\n"


def test_adding_again_changes_nothing(run, library, articles):
    before = run("stories", library, "--json").stdout
    result = run("add", library, articles, "--json")
    summary = json.loads(result.stdout)["summary"]
    assert (summary["added"], summary["updated"], summary["known"]) == (0, 0, 2)
    assert run("stories", library, "--json").stdout == before


def test_an_id_that_another_text_holds_is_kept_under_its_own(run, library, tmp_path):
    other = tmp_path / "bao-1.txt"
    other.write_text("Một bài khác hẳn.\n\nVề chuyện khác.\n", encoding="utf-8")
    summary = json.loads(run("add", library, other, "--json").stdout)["summary"]
    assert summary["added"] == 1
    [(asked, given)] = summary["renamed"]
    assert asked == "bao-1"
    assert given.startswith("bao-1~")
    assert json.loads(run("show", library, given, "--json").stdout)["text"].startswith("Một bài")
    again = json.loads(run("add", library, other, "--json").stdout)["summary"]
    assert again["known"] == 1


def test_a_date_that_becomes_known_is_taken_over(run, tmp_path):
    path, library = tmp_path / "a.txt", tmp_path / "a.sukien"
    path.write_text(STORM, encoding="utf-8")
    run("add", library, path)
    assert json.loads(run("show", library, "a", "--json").stdout)["published"] is None
    dated = json.loads(run("add", library, path, "--date", "2024-09-07", "--json").stdout)
    assert dated["summary"]["updated"] == 1
    assert json.loads(run("show", library, "a", "--json").stdout)["published"] == "2024-09-07"
    undated = json.loads(run("add", library, path, "--json").stdout)
    assert undated["summary"]["known"] == 1


def test_every_article_is_in_one_episode_of_one_story(run, library):
    stories = [json.loads(line) for line in run("stories", library, "--json").stdout.splitlines()]
    in_stories = [article for story in stories for article in story["articles"]]
    assert sorted(in_stories) == ["bao-1", "bao-2"]
    for story in stories:
        in_episodes = [a for episode in story["episodes"] for a in episode["articles"]]
        assert sorted(in_episodes) == sorted(story["articles"])


def test_stories_and_a_story_for_people(run, library):
    assert "Quảng Ninh" in run("stories", library).stdout
    first = json.loads(run("stories", library, "--json").stdout.splitlines()[0])
    told = run("story", library, first["id"][:6]).stdout
    assert "Dòng thời gian" in told
    assert "Timeline" in told


def test_brief_prints_each_sentence_with_its_proof(run, library):
    shown = run("brief", library, "--since", "2024-09-10").stdout
    assert "25 người chết" in shown
    assert "12 người chết" not in shown
    assert "[bao-2:" in shown
    assert "1 nguồn độc lập" in " ".join(shown.split())


def test_brief_as_json_is_a_block_a_line(run, library):
    [line] = run("brief", library, "--entity", "quang ninh", "--json").stdout.splitlines()
    block = json.loads(line)
    assert block["label"] == "Quảng Ninh"
    assert {one["place"]["article"] for one in block["lines"]} == {"bao-1", "bao-2"}


def test_brief_asks_for_one_length_and_for_a_day(run, library):
    both = run("brief", library, "--sentences", "3", "--words", "20", code=2)
    assert "exclude each other" in both.stderr
    assert "is no day" in run("brief", library, "--since", "blah", code=2).stderr
    assert "nothing to tell" in run("brief", library, "--since", "2030-01-01").stdout


def test_a_shorter_brief_is_shorter(run, library):
    def words(*options):
        lines = run("stories", library, "--json", *options).stdout.splitlines()
        return sum(len(json.loads(line)["brief"]["text"].split()) for line in lines)

    assert words("--brief-words", "5") < words()


def test_search_without_diacritics(run, library):
    assert "bao-1" in run("search", library, "gio rat manh").stdout
    found = run("search", library, "quang ninh", "--json").stdout.splitlines()
    assert {json.loads(line)["card"]["id"] for line in found} == {"bao-1", "bao-2"}
    assert run("search", library, "núi lửa").stdout.startswith("Không tìm thấy")


def test_show_for_people(run, library):
    assert "Gió rất mạnh" in run("show", library, "bao-1").stdout


def test_failures_when_there_are_none(run, library):
    assert "Every article could be read" in run("failures", library).stdout


def test_exports(run, library):
    assert run("export", library, "--format", "timeline-csv").stdout.startswith("story,label,date")
    assert "# newdoc id = bao-1" in run("export", library, "--format", "conllu").stdout


def test_the_help_of_every_command_is_bilingual(run):
    for name in main.commands:
        text = run(name, "--help").stdout
        assert any(ord(character) > 0x1EA0 for character in text), name


def test_entities_are_listed_merged_and_taken_apart(run, library):
    text = run("entities", library).stdout
    assert "region:Quảng Ninh" in text
    assert "person:Nguyễn Thị Lan" in run("entities", library, "thi", "lan").stdout
    assert "No such name" in run("entities", library, "nobody").stdout
    records = [json.loads(line) for line in run("entities", library, "--json").stdout.splitlines()]
    assert records[0]["entity"] == "region:Quảng Ninh"
    assert records[0]["articles"] == ["bao-1", "bao-2"]
    run("merge", library, "person:Nguyễn Thị Lan", "region:Quảng Ninh", "--note", "thử thôi")
    [record] = [
        json.loads(line) for line in run("entities", library, "lan", "--json").stdout.splitlines()
    ]
    assert record["entity"] == "region:Quảng Ninh"
    assert record["merged"][0]["why"]["en"] == "merged by hand; note: thử thôi"
    stories = run("stories", library, "--json").stdout
    assert "person:Nguyễn Thị Lan" not in stories + run("show", library, "bao-1", "--json").stdout
    assert "ghi chú: thử thôi" in " ".join(run("entities", library).stdout.split())
    assert "taken apart" in " ".join(
        run("unmerge", library, "person:Nguyễn Thị Lan").stdout.split()
    )
    assert "person:Nguyễn Thị Lan" in run("show", library, "bao-1", "--json").stdout


def test_what_cannot_be_merged_is_said_in_one_sentence(run, library):
    for arguments in (("merge", library, "x", "y"), ("unmerge", library, "region:Quảng Ninh")):
        result = run(*arguments, code=2)
        assert result.stderr.startswith("sukien: ")
        assert result.stderr.count("\n") == 1


def test_network_tells_who_acted_on_whom(run, tmp_path):
    text = "Peru trừng phạt Chile\n\nNgày 7/9, chính phủ Peru trừng phạt Chile vì cá.\n"
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    path = tmp_path / "n.sukien"
    run("add", path, file, "--date", "2024-09-08")
    [edge] = [json.loads(line) for line in run("network", path, "--json").stdout.splitlines()]
    assert (edge["actor"], edge["target"]) == ("country:PE", "country:CL")
    assert (edge["type"], edge["count"], edge["first"]) == ("sanction", 1, "2024-09-07")
    shown = run("network", path).stdout
    assert "Peru → Chile" in shown
    [story] = [json.loads(line) for line in run("stories", path, "--json").stdout.splitlines()]
    options = ("--entity", "country:PE", "--type", "sanction", "--since", "2024-09-01")
    assert "Peru → Chile" in run("network", path, story["id"][:5], *options).stdout
    assert "Peru" not in run("network", path, "--since", "2025-01-01").stdout
    run("network", path, "--since", "không rõ", code=2)


def test_new_tells_what_is_new_since_a_day(run, library):
    [story] = [json.loads(line) for line in run("stories", library, "--json").stdout.splitlines()]
    [found] = [
        json.loads(line)
        for line in run("new", library, "--since", "8/9/2024", "--json").stdout.splitlines()
    ]
    assert found["story"] == story["id"]
    assert [card["id"] for card in found["articles"]] == ["bao-2"]
    assert any("25 người chết" in line["text"] for line in found["news"])
    shown = run("new", library, "--since", "2024-09-08", "--story", story["id"][:5]).stdout
    assert "[bao-2:" in shown
    assert "25" in run("new", library, "--since", "2024-09-08", "--articles").stdout
    assert "bao-2" not in run("new", library, "--since", "2030-01-01").stdout
    run("new", library, "--since", "không rõ", code=2)


def test_an_article_is_shown_with_what_it_adds_to_its_story(run, library):
    assert "Điều mới" in run("show", library, "bao-2").stdout
    assert "Câu chuyện bắt đầu từ bài này" in run("show", library, "bao-1").stdout


def test_agenda_tells_what_is_announced_and_what_became_of_it(run, tmp_path):
    path, calendar = tmp_path / "h.sukien", tmp_path / "h.ics"
    plan = "Hội chợ trái cây Cù Lao ở bến Ninh Kiều dự kiến khai mạc ngày 12/4, tỉnh Cần Thơ nói."
    end = "Hội chợ trái cây Cù Lao ở bến Ninh Kiều, khai mạc ngày 12/4, bị hủy, tỉnh Cần Thơ nói."
    rows = (("2025-03-30", f"Hội chợ Cù Lao\n\n{plan}\n"), ("2025-04-02", f"Tin\n\n{end}\n"))
    for day, text in rows:
        file = tmp_path / f"{day}.txt"
        file.write_text(text, encoding="utf-8")
        run("add", path, file, "--date", day)
    lines = run("agenda", path, "--all", "--json").stdout.splitlines()
    [line] = [json.loads(one) for one in lines]
    assert (line["state"], line["item"]["date"]) == ("cancelled", "2025-04-12")
    assert "12/4/2025" in run("agenda", path, "--now", "1/4/2025").stdout
    assert "12/4/2025" not in run("agenda", path).stdout
    assert "Cancelled" in run("agenda", path, "--all", "--story", line["story"][:6]).stdout
    assert "STATUS:CANCELLED" in run("agenda", path, "--ics", "-").stdout
    run("agenda", path, "--ics", calendar)
    assert calendar.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    assert "Nothing" in run("agenda", path, "--all", "--from", "2025-05-01").stdout
    run("agenda", path, "--to", "không rõ", code=2)
    run("agenda", path, "--ics", tmp_path / "none" / "x.ics", code=2)
