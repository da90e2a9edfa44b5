"""The groups of filters of API v2 that types take."""

SET = frozenset({"any_of", "not_any_of"})
EMPTY = frozenset({"is_empty", "is_not_empty"})
TERMS = frozenset({"contains_terms"})
TEXT = TERMS | {"contains_text", "not_contains_text", "starts_with"}
RANGE = frozenset({"greater_than", "greater_than_or_equals", "lower_than", "lower_than_or_equal"})
BETWEEN = frozenset({"between"})
WITHIN = frozenset({"within_the_next", "within_the_last"})
