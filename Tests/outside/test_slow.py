"""Slow connections hold nobody up but themselves."""
import os
import socket

import pytest
import requests

COUNT = int(os.environ.get("PRAXIS_SLOW_CONNECTIONS", "500"))


def test_slow_connections_do_not_stop_the_others(demo):
    host, port = demo.base.removeprefix("http://").split(":")
    slow = []
    try:
        for _ in range(COUNT):
            connection = socket.create_connection((host, int(port)), timeout=20)
            connection.send(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            slow.append(connection)
        assert requests.get(demo.base + "/sign-in", timeout=20).status_code == 200
        # It was answered before the slow ones were given up, not after.
        slow[-1].setblocking(False)
        with pytest.raises(BlockingIOError):
            slow[-1].recv(1)
        for _ in range(20):
            assert requests.get(demo.base + "/sign-in", timeout=20).status_code == 200
        # The header's deadline is 10 s, and a dribbled byte does not feed it.
        slow[0].settimeout(20)
        slow[0].send(b"a")
        while slow[0].recv(1000):
            pass
    finally:
        for connection in slow:
            connection.close()
