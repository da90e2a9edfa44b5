"""A real SMTP server, and the mails that it was given."""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "lundi", "mail secret/@"


class MailServer:
    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.port = 0

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        parsed = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        self.mails.append(parsed)
        self.recipients += envelope.rcpt_tos
        return "250 OK"

    def links(self) -> list[str]:
        """Of all mails, in their order."""
        texts = [str(mail.get_content()) for mail in self.mails]
        return [link for text in texts for link in re.findall(r"http\S+", text)]


@contextmanager
def mail_server(
    trusted: ssl.SSLContext | None = None, port: int = 0, **given: Any
) -> Iterator[MailServer]:
    """With `trusted` it offers STARTTLS and takes USER with PASSWORD alone. On a free port, if none is given."""
    running = MailServer()
    if trusted is not None:
        given |= {"tls_context": trusted, "auth_required": True, "authenticator": _authenticate}
    with socket.create_server(("127.0.0.1", port)) as free:
        running.port = free.getsockname()[1]
    controller = Controller(running, hostname="127.0.0.1", port=running.port, **given)
    controller.start()
    try:
        yield running
    finally:
        controller.stop()


def _authenticate(_server: Any, _session: Any, _envelope: Any, _how: str, data: Any) -> AuthResult:
    assert isinstance(data, LoginPassword)
    return AuthResult(success=data == LoginPassword(USER.encode(), PASSWORD.encode()))
