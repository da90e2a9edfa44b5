"""Sends mail through an SMTP server that the settings name."""

import asyncio
import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from urllib.parse import unquote, urlsplit

import msgspec
import structlog

from lundi.core.errors import Refusal

SECONDS = 20
_PORTS = {"smtp": 587, "smtps": 465}
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_log = structlog.get_logger()


class Mailer(msgspec.Struct, frozen=True, kw_only=True):
    """`is_tls`: from its first byte; else as soon as the server offers it."""

    host: str
    port: int
    is_tls: bool
    user: str | None
    password: str | None
    sender: str

    async def send(self, to: str, subject: str, text: str) -> bool:
        """Whether the server took it. What went wrong is logged, without what the mail says."""
        try:
            await asyncio.to_thread(self._send, to, subject, text)
        # The standard library's parser of addresses fails in ways of its own on odd ones.
        except (
            OSError,
            smtplib.SMTPException,
            MessageError,
            ValueError,
            LookupError,
            AttributeError,
        ) as error:
            # Not its text: that may hold addresses.
            kind, code = type(error).__name__, getattr(error, "smtp_code", None)
            _log.error("mail not sent", server=self.host, error=kind, code=code)
            return False
        return True

    def _send(self, to: str, subject: str, text: str) -> None:
        message = _message(self.sender, to, subject, text)
        with self._connected() as server:
            if self.user is not None:
                server.login(self.user, self.password or "")
            server.send_message(message, to_addrs=[to])

    def _connected(self) -> smtplib.SMTP:
        trusted = ssl.create_default_context()
        if self.is_tls:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=trusted)
        server = smtplib.SMTP(self.host, self.port, timeout=SECONDS)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=trusted)
        elif self.user is not None and self.host not in _THIS_MACHINE:
            server.close()
            raise smtplib.SMTPNotSupportedError("The password would be sent unencrypted.")
        return server


def read_mailer(url: str, sender: str) -> Mailer:
    """Raises Refusal, which doesn't repeat the address: it may hold a password."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        parts, port = urlsplit(""), 0
    if not parts.hostname:
        raise Refusal("LUNDI_SMTP_URL reads like smtp://user:password@host:587 or smtps://host.")
    if "@" not in parseaddr(sender)[1]:
        raise Refusal("LUNDI_MAIL_FROM is an e-mail address: `Lundi <lundi@example.com>`.")
    return Mailer(
        host=parts.hostname,
        port=port,
        is_tls=parts.scheme == "smtps",
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        sender=sender,
    )


def _message(sender: str, to: str, subject: str, text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    # Read as one address, whatever it holds.
    message["To"] = Address(addr_spec=to)
    message["Subject"] = subject
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].rpartition("@")[2])
    message.set_content(text)
    return message
