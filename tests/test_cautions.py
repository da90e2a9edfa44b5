"""What is unsafe where strangers can come is told of at the start, and nothing else is."""

from typing import Any

import pytest

from lundi.cautions import cautions
from lundi.settings import load_settings
from tests.process import Installation

KEY = "5f0c1e9b7a3d48628f14c07b6e2d9a35"
POSTGRES = "postgresql://lundi:Zk7-fjw2-pq0@db/lundi"


def told(**settings: Any) -> list[str]:
    return list(cautions(load_settings({}, **settings)))


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"host": "localhost"},
        {"host": "::1"},
        {"host": "127.0.0.2", "public_url": "http://localhost:8080"},
        {"host": "0.0.0.0", "public_url": "https://lundi.example"},
        {"database_url": POSTGRES, "secret_key": KEY, "metrics_token": KEY[::-1]},
        {"database_url": "postgresql:///lundi?host=/run/postgresql", "secret_key": KEY},
        {"trusted_proxies": "10.0.0.0/8,127.0.0.1"},
    ],
    ids=str,
)
def test_what_is_safe_is_not_told_of(settings: dict[str, Any]) -> None:
    assert told(**settings) == []


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"host": "0.0.0.0"}, "listens on 0.0.0.0 without TLS"),
        ({"host": "::"}, "listens on :: without TLS"),
        ({"host": "lundi.example"}, "listens on lundi.example without TLS"),
        ({"public_url": "http://lundi.example"}, "LUNDI_PUBLIC_URL is an http:// address"),
        ({"host": "0.0.0.0", "public_url": "http://lundi.example"}, "is an http:// address"),
        ({"database_url": POSTGRES}, "LUNDI_SECRET_KEY is not set"),
        ({"secret_key": "tooshort"}, "LUNDI_SECRET_KEY is easy to guess"),
        ({"secret_key": "a" * 40}, "LUNDI_SECRET_KEY is easy to guess"),
        ({"secret_key": "ChangeMe-0123456789abcdef"}, "LUNDI_SECRET_KEY is easy to guess"),
        ({"metrics_token": "metrics"}, "LUNDI_METRICS_TOKEN is easy to guess"),
        (
            {"database_url": "postgresql://lundi:lundi@db/lundi", "secret_key": KEY},
            "The password in LUNDI_DATABASE_URL is easy to guess",
        ),
        (
            {"database_url": "postgresql://lundi:p%61ssword1@db/lundi", "secret_key": KEY},
            "The password in LUNDI_DATABASE_URL is easy to guess",
        ),
        (
            {
                "database_url": POSTGRES,
                "secret_key": KEY,
                "redis_url": "redis://:lundi@redis/0",
            },
            "The password in LUNDI_REDIS_URL is easy to guess",
        ),
        (
            {"s3_access_key": "minioadmin", "s3_secret_key": "minioadmin", "files": "s3://b"},
            "LUNDI_S3_SECRET_KEY is easy to guess",
        ),
        ({"trusted_proxies": "*"}, "LUNDI_TRUSTED_PROXIES is *"),
        ({"trusted_proxies": "10.0.0.1, *"}, "LUNDI_TRUSTED_PROXIES is *"),
        ({"webhooks_private_addresses": True}, "LUNDI_WEBHOOKS_PRIVATE_ADDRESSES is on"),
    ],
    ids=str,
)
def test_what_is_unsafe_has_one_sentence(settings: dict[str, Any], sentence: str) -> None:
    (line,) = told(**settings)
    assert sentence in line
    assert line.endswith(".")
    assert "\n" not in line


def test_no_secret_is_told() -> None:
    weak = {"secret_key": "secret-1", "metrics_token": "secret-2", "s3_secret_key": "secret-3"}
    url = "postgresql://lundi:secret-4@db/lundi"
    lines = told(**weak, s3_access_key="id", files="s3://b", database_url=url)
    assert len(lines) == 4
    assert "secret-" not in " ".join(lines)


def test_they_are_lines_of_their_own_at_the_start(installation: Installation) -> None:
    given = {"LUNDI_TRUSTED_PROXIES": "*", "LUNDI_SECRET_KEY": "short"}
    with installation.prepared().served(**given) as server:
        assert server.get("/healthz").status_code == 200
        server.stop()
    lines = [line for line in server.output().splitlines() if line.startswith("Caution: ")]
    assert ["SECRET_KEY" in line for line in lines] == [False, True]
    assert ["PROXIES" in line for line in lines] == [True, False]


def test_a_safe_server_says_no_more_than_where_it_is(installation: Installation) -> None:
    installation.prepared().account()
    installation.done("key", "adopt", LUNDI_SECRET_KEY=KEY)
    with installation.served(LUNDI_SECRET_KEY=KEY) as server:
        server.stop()
    assert server.output() == ""
