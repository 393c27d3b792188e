"""Write the session of README.md from a real run: `python -m docs.make_session`."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(## A session\n\n).*?(?=\nIn the browser:)", re.DOTALL)
STORY = "Niger"


def run(*arguments: str) -> str:
    """What `sukien` prints."""
    code = "from sukien.cli import main; main()"
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "100", "LANG": "C.UTF-8"},
    )
    return done.stdout


def main() -> None:
    """Replace the block."""
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "sample.sukien")
        added = run("add", library, "--sample").replace(folder + "/", "")
        lines = run("stories", library).splitlines()
        row = next(i for i, line in enumerate(lines) if STORY in line)
        story = lines[row + 1].split()[0]
        told = run("story", library, story).splitlines()
    listed = "\n".join(lines[row : row + 3])
    session = "\n".join(
        (
            "$ sukien add sample.sukien --sample",
            added.rstrip(),
            "$ sukien stories sample.sukien",
            "...",
            listed + " ...",
            "...",
            f"$ sukien story sample.sukien {story[:4]}",
            *told[:24],
            "...",
            *_figures(told),
            "...",
        )
    )
    text = README.read_text(encoding="utf-8")
    block = f"\\1```text\n{session}\n```\n".replace("\\1", "## A session\n\n")
    README.write_text(BLOCK.sub(lambda _: block, text), encoding="utf-8")


def _figures(told: list[str]) -> list[str]:
    """The first figure with its verdict."""
    start = next(i for i, line in enumerate(told) if "Con số" in line)
    return [line.rstrip() for line in told[start : start + 9]]


if __name__ == "__main__":
    main()
