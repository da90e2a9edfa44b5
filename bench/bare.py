"""The ceiling: an ASGI app that reads the request and answers bytes it has ready, on the server that Lundi runs on."""

import socket
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import uvicorn
import uvloop


def answering(size: int, first: Callable[[], Awaitable[None]] | None = None) -> Any:
    """An ASGI app that answers that many bytes, after what it does `first`."""
    body = b"x" * size
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % size)]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass
        if first is not None:
            await first()
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


async def serve(app: Any) -> None:
    """Until it is told to stop. Its address is on standard error."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"It is at http://127.0.0.1:{listener.getsockname()[1]} .", file=sys.stderr, flush=True)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, lifespan="off"
    )
    await uvicorn.Server(config).serve(sockets=[listener])


if __name__ == "__main__":
    uvloop.run(serve(answering(int(sys.argv[1]))))
