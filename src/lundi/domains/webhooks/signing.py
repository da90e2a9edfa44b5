"""How a receiver knows who calls: two signatures by the webhook's secret, which its owners alone can read."""

import hashlib
import hmac
from base64 import urlsafe_b64encode

import msgspec

from lundi.core import clock

SECONDS_VALID = 300


def signatures(
    secret: str, body: bytes, *, account_id: int, user_id: int | None, url: str, now: int
) -> dict[str, str]:
    """Headers: `Authorization` as receivers of the original know it, `X-Lundi-Signature` over the body and the time."""
    seconds = now // clock.SECOND
    claims: dict[str, object] = {
        "accountId": account_id,
        "userId": user_id,
        "aud": url,
        "iat": seconds,
        "exp": seconds + SECONDS_VALID,
    }
    mac = hmac.new(secret.encode(), b"%d." % seconds + body, hashlib.sha256)
    return {
        "Authorization": _json_web_token(secret, claims),
        "X-Lundi-Signature": f"t={seconds},v1={mac.hexdigest()}",
    }


def _json_web_token(secret: str, claims: dict[str, object]) -> str:
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    mac = hmac.new(secret.encode(), signed.encode(), hashlib.sha256)
    return f"{signed}.{_base64(mac.digest())}"


def _part(content: dict[str, object]) -> str:
    return _base64(msgspec.json.encode(content))


def _base64(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
