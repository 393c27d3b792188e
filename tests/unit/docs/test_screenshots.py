import io
import re
from pathlib import Path

import pytest
from docs.make_screenshots import MOST_BYTES, PICTURES, TARGET, small
from PIL import Image

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


def test_every_picture_is_taken_by_the_command_and_no_other_is_there():
    assert {path.stem for path in TARGET.iterdir()} == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_and_stands_in_readme_with_words(name):
    path = TARGET / f"{name}.png"
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as image:
        assert image.size[0] in {PICTURES[name].size[0], 2 * PICTURES[name].size[0]}
    words = re.search(rf"\[([^\]]+)\]\(docs/images/{name}\.png\)", README)
    assert words and len(words[1]) >= 8


def test_few_colours_are_fewer_bytes_and_the_same_size():
    noise = Image.effect_noise((64, 48), 60).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "PNG")
    made = small(written.getvalue())
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (64, 48)
        assert len(image.getcolors(256)) <= 96
    assert made == small(written.getvalue())
