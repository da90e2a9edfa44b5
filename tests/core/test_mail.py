"""Mail, to a real server: encrypted where it can be, and never with a password in the open."""

import asyncio
import datetime
import ipaddress
import ssl
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from lundi.core.errors import Refusal
from lundi.core.mail import read_mailer
from lundi.settings import load_settings
from tests.mail_server import PASSWORD, USER, MailServer, mail_server

SENDER = "Lundi <lundi@example.com>"


@pytest.fixture
def encrypted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """With a certificate that this process trusts."""
    file = _certificate(tmp_path / "mail.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    with mail_server(context) as running:
        yield running


def send(url: str, to: str = "bob@example.com", subject: str = "Subject") -> bool:
    return asyncio.run(read_mailer(url, SENDER).send(to, subject, "Text ü\n"))


def test_a_mail_arrives(encrypted: MailServer) -> None:
    url = f"smtp://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{encrypted.port}"
    assert send(url) is True
    (mail,) = encrypted.mails
    assert (mail["from"], mail["to"], mail["subject"]) == (SENDER, "bob@example.com", "Subject")
    assert mail.get_content().strip() == "Text ü"
    assert mail["message-id"].endswith("@example.com>")


def test_a_wrong_password_or_certificate_sends_nothing(
    encrypted: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert send(f"smtp://{USER}:wrong@127.0.0.1:{encrypted.port}") is False
    monkeypatch.delenv("SSL_CERT_FILE")
    assert send(f"smtp://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{encrypted.port}") is False
    assert encrypted.mails == []


@pytest.mark.parametrize(
    ("to", "subject"), [("a@b,c@d", "x"), ("a@b\r\nBcc: c@d", "x"), ("a@b", "x\r\nBcc: c@d")]
)
def test_nothing_is_smuggled_into_a_mail(to: str, subject: str) -> None:
    with mail_server() as running:
        assert send(f"smtp://127.0.0.1:{running.port}", to, subject) is False
    assert running.mails == []


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"smtp_url": "http://x", "mail_from": SENDER, "public_url": "https://x"}, "reads like"),
        (
            {"smtp_url": "smtp://u:secret@h:x", "mail_from": "a@b", "public_url": "https://x"},
            "reads like",
        ),
        ({"smtp_url": "smtp://h", "mail_from": "nobody", "public_url": "https://x"}, "MAIL_FROM"),
        ({"smtp_url": "smtp://h", "mail_from": SENDER}, "LUNDI_PUBLIC_URL"),
        ({"smtp_url": "smtp://h", "public_url": "https://x"}, "LUNDI_MAIL_FROM"),
    ],
)
def test_settings_that_can_not_send_are_refused(settings: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence) as refused:
        load_settings({}, **settings)
    assert "secret" not in str(refused.value)


def _certificate(file: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(1))
        .not_valid_after(today + datetime.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(key, hashes.SHA256())
    )
    parts = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(parts + certificate.public_bytes(serialization.Encoding.PEM))
    return file
