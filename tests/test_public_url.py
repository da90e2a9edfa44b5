"""The address people reach the server by, as browsers name it in their requests."""

import pytest

from lundi.core.errors import Refusal
from lundi.settings import load_settings


@pytest.mark.parametrize(
    ("given", "site"),
    [
        ("https://lundi.example", "https://lundi.example"),
        ("https://lundi.example/", "https://lundi.example"),
        ("https://Lundi.Example:8443", "https://lundi.example:8443"),
    ],
)
def test_it_is_kept_as_browsers_write_it(given: str, site: str) -> None:
    assert load_settings({"LUNDI_PUBLIC_URL": given}).public_url == site


@pytest.mark.parametrize("given", ["lundi.example", "ftp://lundi.example", "https://a/lundi", "x"])
def test_what_no_browser_would_send_is_refused(given: str) -> None:
    with pytest.raises(Refusal, match="LUNDI_PUBLIC_URL"):
        load_settings({"LUNDI_PUBLIC_URL": given})
