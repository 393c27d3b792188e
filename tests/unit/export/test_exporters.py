import csv
import io

from building import annotated, story
from sukien.export import EXPORTERS

BY_NAME = {exporter.name: exporter for exporter in EXPORTERS}


def written(name, stories, articles):
    return "".join(BY_NAME[name].write(stories, articles))


def test_a_timeline_is_a_table_that_a_spreadsheet_reads():
    article = annotated('Bão, "số 3"\nMưa to.', "bao", published="2024-09-07")
    text = written("timeline-csv", [story(article, label="=1+1")], [])
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["date"] == "2024-09-07"
    assert rows[0]["text"] == 'Bão, "số 3"'
    assert rows[0]["evidence"] == "bao:0-11"
    assert rows[0]["label"] == "'=1+1"
    assert rows[0]["upcoming"] == "1"


def test_conllu_has_ten_columns_a_word_and_a_block_a_sentence():
    text = written("conllu", [], [annotated("Bão đến\nMưa to, gió lớn.", "bao")])
    blocks = text.split("\n\n")
    assert blocks[0].splitlines()[:3] == [
        "# newdoc id = bao",
        "# sent_id = bao-1",
        "# text = Bão đến",
    ]
    words = [line.split("\t") for line in text.splitlines() if line and line[0].isdigit()]
    assert {len(columns) for columns in words} == {10}
    assert [columns[1] for columns in words] == ["Bão", "đến", "Mưa", "to", "gió", "lớn"]
