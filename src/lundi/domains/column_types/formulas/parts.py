"""What stands behind the # in a formula's `{timeline#Start}`."""

from lundi.domains.column_types.formulas.values import Value, day


def part_of(text: str, part: str) -> Value:
    """Of the text of a cell; the whole of it where no part is named or none is there."""
    if not text or not part:
        return text
    word = part.strip().lower()
    start, dash, end = text.partition(" - ")
    if dash and word in ("start", "end", "days"):
        if word == "days":
            return float((day(end) - day(start)).days + 1)
        return start if word == "start" else end
    if word in _SECONDS and text.replace(":", "").isdigit() and text.count(":") == 2:
        hours, minutes, seconds = (int(one) for one in text.split(":"))
        return (hours * 3600 + minutes * 60 + seconds) / _SECONDS[word]
    return text


_SECONDS = {"hours": 3600, "minutes": 60, "seconds": 1}
