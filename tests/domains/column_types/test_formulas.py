"""Formulas: what they give, and what is refused before it is ever computed."""

from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundi.core.errors import Invalid
from lundi.domains.column_types.column_type import Around
from lundi.domains.column_types.formulas.evaluation import Given, read_formula, shown
from lundi.domains.column_types.formulas.functions import FUNCTIONS
from lundi.domains.column_types.formulas.parts import part_of

NOON = 1_769_860_800_000_000
"""2026-01-31 12:00 UTC."""
AROUND = Around(now=NOON, zone=UTC)
COLUMNS = {
    "n": "12.5",
    "zero": "0",
    "empty": "",
    "word": "Hello",
    "day": "2026-01-31",
    "later": "2026-02-10 13:25",
    "done": "v",
}


def result(source: str) -> str:
    return shown(read_formula(source), Given(COLUMNS, AROUND))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("2 ^ 3 ^ 2", "512"),
        ("-2 + 5%", "-1.95"),
        ("{n} * 2", "25"),
        ("{empty} + 1", "1"),
        ("{gone} + 1", "1"),
        ('{word} & " " & "you"', "Hello you"),
        ("1 / {zero}", "Illegal formula"),
        ('"x" + 1', "Illegal formula"),
        ('IF({n} > 10, "big", "small")', "big"),
        ("if({zero} = 0, 0, 1 / {zero})", "0"),
        ("IFERROR(1 / 0, 7)", "7"),
        ('SWITCH({word}, "Bye", 1, "Hello", 2, 3)', "2"),
        ('SWITCH({word}, "Bye", 1, 3)', "3"),
        ("IF({done}, 1, 2)", "1"),
        ("IF({empty}, 1, 2)", "2"),
        ('{word} = "Hello"', "true"),
        ("9 < 10", "true"),
        ("{day} < {later}", "true"),
        ("{day} >= TODAY()", "true"),
        ("AND(TRUE, 1 > 0, NOT(FALSE))", "true"),
        ("OR(FALSE, 0)", "false"),
        ("XOR(TRUE, TRUE, TRUE)", "true"),
        ("SUM(1, {n}, 0.5)", "14"),
        ("AVERAGE(1, 2, {empty})", "1.5"),
        ("COUNT(1, {word}, {n}, {empty})", "2"),
        ("MAX(1, {n}) - MIN(3, {n})", "9.5"),
        ("MINUS(5, 3) + MULTIPLY(2, 3) + DIVIDE(9, 3)", "11"),
        ("MOD(7, 4) + POWER(2, 3) + SQRT(9) + ABS(-1) + LOG(100)", "17"),
        ("ROUND(2.345, 2)", "2.35"),
        ("ROUND(-2.5)", "-3"),
        ("ROUNDUP(2.1) + ROUNDDOWN(2.9)", "5"),
        ('CONCATENATE({word}, "!", 3)', "Hello!3"),
        ("LEFT({word}, 2) & RIGHT({word}, 2) & MID({word}, 3, 1)", "Helol"),
        ('LEN({word}) + SEARCH("L", {word})', "8"),
        ('UPPER({word}) & LOWER({word}) & TRIM("  a   b ")', "HELLOhelloa b"),
        ('REPLACE({word}, 1, 1, "J")', "Jello"),
        ('SUBSTITUTE({word}, "l", "L", 2)', "HelLo".replace("L", "l", 1)[:3] + "Lo"),
        ('SUBSTITUTE({word}, "l", "L")', "HeLLo"),
        ('REPT("ab", 3)', "ababab"),
        ('EXACT("a", "A")', "false"),
        ('TEXT(1234.5, "$#,##0.00")', "$1,234.50"),
        ('TEXT(0.256, "0.0%")', "25.6%"),
        ("DAYS({later}, {day})", "10"),
        ("ADD_DAYS({day}, 1)", "2026-02-01"),
        ("SUBTRACT_DAYS({day}, 31)", "2025-12-31"),
        ("DATE(2026, 2, 28)", "2026-02-28"),
        ("YEAR({day}) + MONTH({day}) + DAY({day})", "2058"),
        ("HOUR({later}) + MINUTE({later}) + SECOND({later})", "38"),
        ("HOURS_DIFF({later}, {day})", "253:25"),
        ('FORMAT_DATE({day}, "YYYY/MM/DD ddd Do [of] MMMM")', "2026/01/31 Sat 31st of January"),
        ("FORMAT_DATE({day})", "Jan 31, 2026"),
        ("TODAY()", "2026-01-31"),
        ("NOW()", "2026-01-31 12:00"),
        ("WEEKDAY({day}) + WEEKNUM({day}) + ISOWEEKNUM({day})", "17"),
        ("WORKDAYS({later}, {day})", "7"),
        ("WORKDAY({day}, 5)", "2026-02-06"),
        ("ROUND(PI, 2)", "3.14"),
        ("10 ^ 400", "Illegal formula"),
        ("1e3", None),
        ("99 ^ 99 ^ 99", "Illegal formula"),
        ('REPT("x", 1000000000)', "Illegal formula"),
    ],
)
def test_what_formulas_give(source: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(Invalid):
            read_formula(source)
    else:
        assert result(source) == expected


def test_every_function_is_tried() -> None:
    tried = " ".join(
        str(case[0])
        for mark in test_what_formulas_give.pytestmark  # type: ignore[attr-defined]
        for case in mark.args[1]
    )
    assert [name for name in FUNCTIONS if f"{name}(" not in tried] == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 +", "at its end"),
        ("1 ? 2", "at character 3"),
        ("NOSUCH(1)", "no function NOSUCH"),
        ("__import__(1)", "no function"),
        ("x", "names 'x'"),
        ("LEFT()", "takes 1 to 2 values"),
        ("IF(1)", "takes 2 to 3 values"),
        ("-" * 200 + "1", "nested"),
        ("ROUND(" * 150 + "1" + ")" * 150, "nested"),
    ],
)
def test_what_is_no_formula_is_refused_with_the_reason(source: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        read_formula(source)


def test_parts_of_cells() -> None:
    span = "2026-01-01 - 2026-01-10"
    assert part_of(span, "Start") == "2026-01-01"
    assert part_of(span, "days") == 10
    assert part_of("01:30:00", "Hours") == 1.5
    assert part_of("Hello", "Start") == "Hello"
    assert part_of("", "Start") == ""


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet="0123456789.+-*/^%&<>=(),{}\"' nIFSUMDATEwordROUNDREPTLEFT", max_size=40))
def test_any_text_is_a_formula_or_refused(source: str) -> None:
    try:
        formula = read_formula(source)
    except Invalid:
        return
    assert isinstance(shown(formula, Given(COLUMNS, AROUND)), str)
