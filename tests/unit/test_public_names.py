import subprocess
import sys

import sukien


def test_every_public_name_is_there_and_few():
    assert len(sukien.__all__) <= 20
    assert [name for name in sukien.__all__ if getattr(sukien, name, None) is None] == []


def test_strings_are_tagged_by_the_room_itself():
    code = "import sukien; [a] = sukien.tag(['Hà Nội mưa.']); print(a.surface(a.mentions[0]))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=120)
    assert out.stdout.decode().strip() == "Hà Nội"


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(sukien, "nothing_of_the_kind")


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, sukien; print('numpy' in sys.modules, 'sqlalchemy' in sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert out.stdout.split() == ["False", "False"]
