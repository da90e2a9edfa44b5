"""Asking an address whether it wants to be called: it has to give back what it is sent."""

import msgspec

from lundi.core.errors import Invalid
from lundi.core.outbound import Caller, NoAnswer
from lundi.core.secrets import new_link_secret


async def shake_hands(caller: Caller, url: str) -> None:
    """Over the network, so outside of any Work. Raises Invalid where the address doesn't answer with the same challenge."""
    challenge = new_link_secret()
    body = msgspec.json.encode({"challenge": challenge})
    try:
        answered = await caller.post(url, {}, body)
    except NoAnswer as error:
        raise Invalid(f"The address could not be called. {error}") from None
    if answered.status != 200:
        raise Invalid(
            f"The address answered the challenge with status {answered.status}; it has to be 200."
        )
    if _challenge_in(answered.body) != challenge:
        raise Invalid(
            'The address has to answer with the challenge that it was sent, as JSON: {"challenge": "..."}.'
        )


def _challenge_in(body: str) -> object:
    try:
        answer = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        return None
    return answer.get("challenge") if isinstance(answer, dict) else None
