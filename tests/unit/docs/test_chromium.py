import shutil
from pathlib import Path

import pytest
from docs import chromium


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def make(system: str, user: int, *programs: str) -> None:
        release = tmp_path / "os-release"
        release.write_text(f'NAME="x"\nID={system}\n')
        monkeypatch.setattr(chromium, "_RELEASE", release)
        monkeypatch.setattr(chromium.os, "geteuid", lambda: user)
        monkeypatch.setattr(shutil, "which", lambda name: name if name in programs else None)

    return make


def test_root_on_debian_gets_the_package_first(machine):
    machine("debian", 0, "apt-get")
    first, second = chromium.ways()
    assert [command[0] for command in first] == ["apt-get", "apt-get"]
    assert {"chromium", "fonts-dejavu-core"} <= set(first[1])
    assert second[0][1:] == ("-m", "playwright", "install", "chromium")


@pytest.mark.parametrize(
    "given", [("debian", 1000, "apt-get"), ("ubuntu", 0, "apt-get"), ("debian", 0)]
)
def test_everybody_else_gets_a_download(machine, given):
    machine(*given)
    (way,) = chromium.ways()
    assert "playwright" in way[0]


def test_the_next_way_is_gone_when_one_fails(machine, monkeypatch, capsys):
    machine("debian", 0, "apt-get")
    run: list[str] = []

    class Done:
        returncode = 1

    def refuse(command, **_more):
        run.append(command[0])
        return Done()

    monkeypatch.setattr(chromium.subprocess, "run", refuse)
    monkeypatch.setattr(chromium, "_found", lambda: None)
    with pytest.raises(SystemExit, match="no Chromium came"):
        chromium.main()
    assert run == ["apt-get", chromium.sys.executable]
    assert "bringing Chromium" in capsys.readouterr().out


def test_a_browser_that_is_there_is_named_and_nothing_runs(monkeypatch, capsys):
    monkeypatch.setattr(chromium, "_found", lambda: Path("/usr/bin/chromium"))
    monkeypatch.setattr(chromium, "ways", lambda: pytest.fail("nothing is to be brought"))
    chromium.main()
    assert capsys.readouterr().out == "browser: /usr/bin/chromium\n"


def test_without_a_browser_the_message_names_the_command(monkeypatch):
    monkeypatch.setattr(chromium, "path", lambda _playwright: None)
    with pytest.raises(chromium.NoBrowserError, match="make browser"), chromium.launched():
        pass
