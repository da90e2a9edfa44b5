"""What a client calls itself."""

from functools import lru_cache

from lundi.domains.accounts.client_usage import Client
from lundi.entrypoints.shared.headers import Headers

BROWSER = "browser"
_LONGEST = 60
# Its User-Agent is only that of what it runs on.
_SDK, _SDK_NAME = "api-sdk-version", "@mondaydotcomorg/api"


def client_of(headers: Headers, version: str) -> Client:
    """`version`: of the API that it asks."""
    return _client(headers.get(_SDK, ""), headers.get("user-agent", ""), version)


@lru_cache(maxsize=256)
def _client(sdk_given: str, agent_given: str, version: str) -> Client:
    sdk = _clean(sdk_given)
    if sdk:
        return Client(f"{_SDK_NAME}/{sdk}", version)
    agent = _clean(agent_given)
    # All browsers begin so; which one it is says nothing about a client.
    return Client(BROWSER if agent.startswith("Mozilla/") else agent, version)


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:_LONGEST].strip()
