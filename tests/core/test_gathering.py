"""What is written at once goes out at once, and a client that doesn't read is noticed."""

import asyncio
import socket

from lundi.core.gathering import MOST_HELD, GatheringTransport


def test_more_than_is_held_makes_who_writes_wait() -> None:
    async def body() -> None:
        loop = asyncio.get_running_loop()
        paused: list[str] = []

        class Writes(asyncio.Protocol):
            def pause_writing(self) -> None:
                paused.append("paused")

        near, far = socket.socketpair()
        with near, far:
            near.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
            transport, _ = await loop.create_connection(Writes, sock=near)
            gathering = GatheringTransport(transport, loop)
            gathering.write(b"x" * 1000)
            assert (gathering.get_write_buffer_size(), transport.get_write_buffer_size()) == (
                1000,
                0,
            )
            for _ in range(20):
                gathering.write(b"x" * MOST_HELD)
            assert paused
            assert transport.get_write_buffer_size() > MOST_HELD
            gathering.abort()

    asyncio.run(body())


def test_what_is_written_comes_in_order_and_before_the_end() -> None:
    async def body() -> bytes:
        loop = asyncio.get_running_loop()
        near, far = socket.socketpair()
        with near, far:
            transport, _ = await loop.create_connection(asyncio.Protocol, sock=near)
            gathering = GatheringTransport(transport, loop)
            for part in (b"head ", b"body ", b"end"):
                gathering.write(part)
            gathering.close()
            reader, writer = await asyncio.open_connection(sock=far)
            said = await reader.read()
            writer.close()
            return said

    assert asyncio.run(body()) == b"head body end"
