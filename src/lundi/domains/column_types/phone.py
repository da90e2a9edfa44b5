"""A phone number. Stored: {"phone", "country"}, the number as +12025550169, the country as two letters or empty."""

from collections.abc import Sequence
from typing import Any

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around, ColumnType, Given, Stored
from lundi.domains.column_types.conditions import Condition, Either, Equals, Order, at
from lundi.domains.column_types.filtering import Filters, Rule, by_text, texts_of
from lundi.domains.column_types.inputs import mapping, plain_text, quoted, unfit
from lundi.domains.column_types.operators import EMPTY, SET, TEXT

_FORM = 'a phone number, written {"phone": "+12025550169", "countryShortName": "US"}'
_LONGEST = 40
_OF_NO_COUNTRY = "001"


def read_json(given: Any, around: Around) -> Given:
    parts = mapping(given, _FORM)
    number, country = parts.get("phone"), parts.get("countryShortName")
    if isinstance(number, int) and not isinstance(number, bool):
        number = str(number)
    number = plain_text(number, _FORM, _LONGEST).strip()
    return Given(value=_phone(number, plain_text(country, _FORM, _LONGEST)) if number else None)


def read_text(text: str, around: Around) -> Given:
    """The number, and after a space the country's two letters."""
    number, _, country = text.strip().rpartition(" ")
    if not (number and country.isalpha()):
        number, country = text.strip(), ""
    return Given(value=_phone(plain_text(number, "a phone number", _LONGEST), country))


def value_of(stored: Stored, around: Around) -> Any:
    return {"phone": stored["phone"], "countryShortName": stored["country"]}


def text_of(stored: Stored, around: Around) -> str:
    return str(stored["phone"])


def fields(stored: Stored | None, around: Around) -> dict[str, Any]:
    present = stored or {}
    return {"phone": present.get("phone"), "country_short_name": present.get("country")}


def _phone(number: str, country: str) -> Stored:
    # Loaded with the first number: an idle server is smaller by that.
    import phonenumbers  # noqa: PLC0415

    country = country.upper()
    if country and country not in phonenumbers.SUPPORTED_REGIONS:
        raise unfit(country, "a country, written as two letters like US")
    parsed = _parsed(number, country)
    found = phonenumbers.region_code_for_number(parsed) or ""
    if country and phonenumbers.country_code_for_region(country) != parsed.country_code:
        raise Invalid(f"{quoted(number)} is a phone number of {found}, not of {country}.")
    return {
        "phone": phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164),
        "country": country or ("" if found == _OF_NO_COUNTRY else found),
    }


def _parsed(number: str, country: str) -> Any:
    """With its country's code, with or without a plus, or as it is dialled within the country."""
    import phonenumbers  # noqa: PLC0415

    for text, region in ((number, country or None), (f"+{number}", None)):
        try:
            parsed = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            return parsed
    raise unfit(number, f"a phone number{' of ' + country if country else ''} that can be dialled")


def _among(values: Sequence[Any], rule: Rule, around: Around) -> Condition:
    """Countries by their two letters, or whole numbers."""
    texts = texts_of(values)
    return Either((Equals(at("country"), texts), Equals(at("phone"), texts)))


TYPE = ColumnType(
    name="phone",
    v2_type="PhoneValue",
    read_json=read_json,
    read_text=read_text,
    value_of=value_of,
    text_of=text_of,
    fields=fields,
    operators=SET | EMPTY | TEXT,
    sort_key=lambda value: value["phone"],
    filters=Filters(_among, by_text(at("phone")).text, order=lambda around: Order(at("phone"))),
)
