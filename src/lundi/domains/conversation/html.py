"""The HTML that people write: what of it stays, and its text."""

import re
from html import unescape

_TAGS = {
    *("p", "br", "div", "span", "blockquote", "pre", "code", "hr"),
    *("b", "strong", "i", "em", "u", "s", "del", "sub", "sup", "mark"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
# As the editor writes it: <span data-type="mention" data-id="7" data-label="Name">@Name</span>.
_MENTION = re.compile(r'<span(?=[^>]* data-type="mention")[^>]* data-id="(\d{1,18})"')
_NUMBER = re.compile(r"[1-9]\d{0,17}")
_ATTRIBUTES = {
    "span": {"data-type", "data-id", "data-label"},
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
    # Loaded when somebody first writes: 2 MB.
    import nh3  # noqa: PLC0415

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
    )


def mentioned_in(html: str) -> list[int]:
    """The ids of the users that sanitised HTML mentions, each once."""
    return list(dict.fromkeys(int(user_id) for user_id in _MENTION.findall(html)))


def _attribute(element: str, name: str, value: str) -> str | None:
    """Of a mention's attributes, what a mention can have; all others as they are."""
    if name == "data-type":
        return value if value == "mention" else None
    if name == "data-id":
        return value if _NUMBER.fullmatch(value) else None
    return value


def as_text(html: str) -> str:
    """The text of sanitised HTML, blocks on lines of their own."""
    return unescape(_MARKUP.sub("", _BREAKS.sub("\n", html))).strip()
