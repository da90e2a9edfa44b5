"""Which addresses the server calls for its users, and what it makes of their answers."""

import asyncio
import socket
from collections.abc import Iterator

import pytest

from lundi.core.addresses import checked_url, is_public
from lundi.core.connections import LONGEST_ANSWER
from lundi.core.errors import Invalid
from lundi.core.outbound import Answered, Caller, NoAnswer
from tests.receiver import Receiver, receiver


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as running:
        yield running


def post(url: str, *, private_addresses: bool = False, body: bytes = b"{}") -> Answered:
    async def call() -> Answered:
        caller = Caller(private_addresses=private_addresses)
        try:
            return await caller.post(checked_url(url), {"X-Test": "1"}, body)
        finally:
            await caller.close()

    return asyncio.run(call())


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.5.4", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
        *(
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1%eth0",
            "fc00::1",
            "fd12::1",
            "fec0::1",
            "ff02::1",
        ),
        *(
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
        ),
        *("::127.0.0.1", "2001:db8::1", "2001:0:7f00:1::"),
    ],
)
def test_an_address_that_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"],
)
def test_an_address_that_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1",
            "localhost",
            "LOCALHOST.",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "127.1",
        ),
        *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0", "0.0.0.0"),
    ],
)
def test_this_machine_is_not_called_by_any_name(there: Receiver, host: str) -> None:
    with pytest.raises(NoAnswer, match=r"not an address of the public internet|There is no host"):
        post(f"http://{host}:{there.port}/")
    assert not there.calls


def test_a_name_with_one_private_address_among_others_is_not_called(
    there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, there.port))
        for address in ("1.1.1.1", "127.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NoAnswer, match="not an address of the public internet"):
        post(f"http://rebound.example:{there.port}/")


def test_a_name_is_looked_up_once_and_its_address_called_as_it_was_checked(
    there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def look_up(host: object, *_: object, **__: object) -> object:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", there.port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    answered = post(
        f"http://hooks.example:{there.port}/hook?a=1#part",
        private_addresses=True,
        body=b'{"event": {}}',
    )
    assert answered.status == 200
    assert [one for one in asked if one == "hooks.example"] == ["hooks.example"]
    (call,) = there.calls
    assert call.path == "/hook?a=1"
    assert call.headers["host"] == f"hooks.example:{there.port}"
    assert call.headers["x-test"] == "1"


def test_a_redirect_is_not_followed(there: Receiver) -> None:
    there.answers, there.location = [302], f"http://127.0.0.1:{there.port}/other"
    answered = post(there.url, private_addresses=True, body=b'{"event": {}}')
    assert answered.status == 302
    assert len(there.calls) == 1


def test_of_a_long_answer_the_start_is_read(there: Receiver) -> None:
    there.says = "é" * 100_000
    answered = post(there.url, private_addresses=True, body=b'{"event": {}}')
    assert LONGEST_ANSWER // 2 - 1 <= len(answered.body) <= LONGEST_ANSWER // 2 + 1


def test_who_does_not_answer_is_not_waited_for_long(
    there: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lundi.core.connections.SECONDS", 0.2)
    there.slow = 1
    with pytest.raises(NoAnswer, match="no answer within"):
        post(there.url, private_addresses=True)


def test_where_nobody_listens_that_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(NoAnswer, match="No connection: it was refused"):
        post(f"http://127.0.0.1:{port}/", private_addresses=True)


def test_who_does_not_speak_http_or_tls_is_told_so() -> None:
    with receiver() as there, pytest.raises(NoAnswer, match="TLS"):
        post(f"https://127.0.0.1:{there.port}/", private_addresses=True)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "x",
            "ftp://example.com/",
            "http://",
            "http://:80/",
            "//example.com",
            "file:///etc/passwd",
        ),
        *("http://user:secret@example.com/", "http://example.com:99999/", "http://exämple.com/"),
        *(
            "http://example.com/a b",
            "http://example.com/\r\nX: 1",
            "http://[::1",
            "http://example.com:0/",
        ),
        "http://example.com/" + "a" * 3000,
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Invalid):
        checked_url(url)
