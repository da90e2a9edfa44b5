"""The ceiling: an ASGI app that reads the request and answers the same bytes, on the server that Lundi runs on."""

import socket
import sys
from typing import Any

import uvicorn
import uvloop

ANSWER = b'{"pulse":"' + b"x" * (int(sys.argv[1]) - 12) + b'"}'
HEADERS = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(ANSWER))]


async def app(scope: Any, receive: Any, send: Any) -> None:
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await send({"type": "http.response.body", "body": ANSWER})


async def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"Bare is at http://127.0.0.1:{listener.getsockname()[1]} .", file=sys.stderr, flush=True)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, lifespan="off"
    )
    await uvicorn.Server(config).serve(sockets=[listener])


if __name__ == "__main__":
    uvloop.run(main())
