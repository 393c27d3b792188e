"""Articles to publish, and a site that was made of them."""

from pathlib import Path
from typing import NamedTuple

from newsroom import FILM, FLOOD, MISSING, REBUILT
from sukien.web.publish import Published

_SCENES = (
    *("bùn non phủ kín sân trường", "tiếng nước réo như sấm suốt đêm", "khói bếp vẫn chưa lên"),
    *("chè trên đồi ngả rạp", "cối giã gạo trôi mất", "lũ trẻ ngồi co ro bên đống lửa"),
    *("ao cá thông thẳng ra suối", "giếng đục ngầu", "vách nứa bật tung từng mảng"),
    *("trâu lạc gọi đàn", "đèn pin loang loáng khắp sườn đồi", "ván cầu mắc ngang gốc sung"),
)
REST = tuple(
    f"{one.capitalize()}, {other}, còn {third} thì ai cũng đã quen."
    for one, other, third in zip(_SCENES, _SCENES[1:], _SCENES[2:], strict=False)
)
"""Sentences of the longest article: more than any brief takes up."""

LONG = "\n".join([FLOOD, *REST])
TEXTS = {
    "lu-1": (LONG, "2024-06-01"),
    "lũ 2/Bản Pát": (MISSING, "2024-06-02"),
    "cau": (REBUILT, "2024-09-10"),
    "phim": (FILM, "2024-09-11"),
}


class Site(NamedTuple):
    """A published site and the library it was made from."""

    library: Path
    folder: Path
    published: Published

    def page(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def pages(self) -> dict[str, str]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.folder.rglob("*.html"))
        }
