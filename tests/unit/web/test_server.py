import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from benchmarks.serving import served

from sukien.errors import InputError, NotALibraryError, NotFoundError
from sukien.web.server import serve

_RUN = (
    "import sys; from sukien.web.server import serve; serve(sys.argv[1], host=sys.argv[2], port=0)"
)


def test_a_port_in_use_is_named(reader):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=rf"port {port} .*--port"):
            serve(str(reader.path), host="127.0.0.1", port=port)


def test_a_host_that_is_none_is_named(reader):
    with pytest.raises(InputError, match="--host"):
        serve(str(reader.path), host="nowhere.invalid..", port=0)


def test_a_library_that_is_none_is_said_before_anything_starts(tmp_path: Path):
    with pytest.raises(NotFoundError):
        serve(str(tmp_path / "none.sukien"), host="127.0.0.1", port=0)
    (tmp_path / "a.sukien").write_text("something else")
    with pytest.raises(NotALibraryError):
        serve(str(tmp_path / "a.sukien"), host="127.0.0.1", port=0)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_serves_on_a_free_port_until_a_signal(reader, sign):
    with subprocess.Popen(
        [sys.executable, "-c", _RUN, str(reader.path), "127.0.0.1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ) as server:
        try:
            address = server.stdout.readline().split()[1]
            with urllib.request.urlopen(address, timeout=60) as response:
                assert response.status == 200
                assert "server" not in response.headers
            foreign = urllib.request.Request(address, headers={"Host": "evil.example"})
            with pytest.raises(urllib.error.HTTPError, match="400"):
                urllib.request.urlopen(foreign, timeout=60)
            server.send_signal(sign)
            _, errors = server.communicate(timeout=60)
        finally:
            server.kill()
    assert server.returncode == 0
    assert errors == ""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="threads are told by Linux")
def test_many_readers_at_once_get_their_pages_from_a_few_threads(reader):
    def threads() -> int:
        status = Path(f"/proc/{server.process}/status").read_text()
        return int(re.findall(r"Threads:\s+(\d+)", status)[0])

    def status(_: int) -> int:
        with urllib.request.urlopen(server.address + "/story/s1", timeout=60) as response:
            return response.status

    with served(reader.path) as server:
        before = threads()
        with ThreadPoolExecutor(24) as readers:
            assert set(readers.map(status, range(48))) == {200}
        assert threads() <= before + 4
