"""Small letters of all scripts, letter by letter: the way PostgreSQL's lower() goes, and ours in SQLite."""


def folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(letter.lower()[:1] or letter for letter in text)
