"""HTTP to addresses that users gave, by connections to what was checked."""

import asyncio
import socket
import ssl
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import httpcore

from lundi.core.addresses import is_public
from lundi.core.outbound import Answered, NoAnswer

SECONDS = 10
"""For all of a call, from the look-up of the name to the answer's end."""
LONGEST_ANSWER = 4096
"""Bytes of an answer that are read."""


class Connections:
    def __init__(self, *, private_addresses: bool) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=None,
            keepalive_expiry=5,
            network_backend=_Checked(private_addresses),
        )

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answered:
        """`url` as `checked_url` gives it. Raises NoAnswer."""
        try:
            async with asyncio.timeout(SECONDS):
                return await self._post(url, headers, body)
        except (TimeoutError, httpcore.TimeoutException):
            raise NoAnswer(f"There was no answer within {SECONDS} seconds.") from None
        except httpcore.ConnectError as error:
            raise NoAnswer(f"No connection: {_reason(error)}.") from None
        except (
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
            OSError,
        ):
            raise NoAnswer("The connection broke off before there was an answer.") from None

    async def close(self) -> None:
        await self._pool.aclose()

    async def _post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answered:
        all_headers = {
            "Host": urlsplit(url).netloc,
            "User-Agent": "Lundi",
            "Accept": "*/*",
            "Content-Type": "application/json",
            **headers,
        }
        async with self._pool.stream(
            "POST", url, headers=list(all_headers.items()), content=body
        ) as response:
            read = bytearray()
            async for part in response.aiter_stream():
                read += part
                if len(read) >= LONGEST_ANSWER:
                    break
            text = read[:LONGEST_ANSWER].decode(errors="replace").replace("\0", "\ufffd")
            return Answered(response.status, text)


class _Checked(httpcore.AsyncNetworkBackend):
    """Connects to addresses that were checked. The name goes on into the Host header and the TLS handshake."""

    def __init__(self, private_addresses: bool) -> None:
        self._private_addresses = private_addresses
        self._plain = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await _resolved(host, port)
        if not self._private_addresses and not all(map(is_public, addresses)):
            raise NoAnswer(f"{host} is not an address of the public internet.")
        failed: Exception | None = None
        for address in addresses:
            try:
                return await self._plain.connect_tcp(address, port, timeout)
            except httpcore.ConnectError as error:
                failed = error
        raise failed or NoAnswer(f"There is no host {host}.")


async def _resolved(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NoAnswer(f"There is no host {host}.") from None
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _reason(error: Exception) -> str:
    """Of the first cause, without addresses and numbers of ours."""
    cause: BaseException = error
    while (deeper := cause.__cause__ or cause.__context__) is not None:
        cause = deeper
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not accepted ({cause.verify_message})"
    if isinstance(cause, ssl.SSLError):
        return "it does not speak TLS as it should"
    return "it was refused" if isinstance(cause, ConnectionRefusedError) else "it can't be reached"
