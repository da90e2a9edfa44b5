"""Addresses that users gave: which of them the server calls."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from lundi.core.errors import Invalid

LONGEST_URL = 2048
# Behind such an address a gateway to IPv4 has the address of its last four bytes.
_GATEWAY = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether it is one of the internet, that everybody may call; also behind an IPv6 address that stands for an IPv4 one."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _GATEWAY:
            inner = IPv4Address(int(ip) & 0xFFFF_FFFF)
        if inner is not None:
            ip = inner
        elif ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def checked_url(url: str) -> str:
    """Without what isn't sent: spaces around it, and a fragment."""
    url = url.strip().partition("#")[0]
    if len(url) > LONGEST_URL:
        raise Invalid(f"The address is longer than {LONGEST_URL:,} characters.")
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_whole = False
    if not is_whole or not all("!" <= character <= "~" for character in url):
        raise Invalid("The address has to be http:// or https:// and a host, in ASCII characters.")
    if "@" in parts.netloc:
        raise Invalid("The address must not have a user or a password in it.")
    return url
