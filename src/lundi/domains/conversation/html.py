"""The HTML that people write: what of it stays, and its text."""

import re
from html import unescape

import nh3

_TAGS = {
    *("p", "br", "div", "span", "blockquote", "pre", "code", "hr"),
    *("b", "strong", "i", "em", "u", "s", "del", "sub", "sup", "mark"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_BREAKS = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr|/blockquote|/pre|hr)\b[^>]*>")
_MARKUP = re.compile(r"<[^>]*>")


def sanitised(html: str) -> str:
    """Without scripts, styles, handlers and unknown elements; links open without a referrer."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
    )


def as_text(html: str) -> str:
    """The text of sanitised HTML, blocks on lines of their own."""
    return unescape(_MARKUP.sub("", _BREAKS.sub("\n", html))).strip()
