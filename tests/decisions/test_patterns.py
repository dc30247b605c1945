"""Do regular expressions mean what XPath says, and do they end?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions.faults import LimitError, NoValue
from maoding.decisions.patterns import pattern_of
from tests.decisions.telling import reasons, told

MATCHES = [
    ("abracadabra", "bra", "", True),
    ("abracadabra", "^a.*a$", "", True),
    ("abracadabra", "^bra", "", False),
    ("a\nb", "a.b", "", False),
    ("a\nb", "a.b", "s", True),
    ("a\nb", "^b$", "", False),
    ("a\nb", "^b$", "m", True),
    ("a\nb\n", "b$", "", False),
    ("a\nb", "a$", "m", True),
    ("Hello", "hELLO", "i", True),
    ("hello world", "hello\\ sworld", "x", True),
    ("hello world", "hello[ ]world", "x", True),
    ("helloworld", "hello world", "x", True),
    ("a.c", "a.c", "q", True),
    ("abc", "a.c", "q", False),
    ("abc", "[a-c]{3}", "", True),
    ("abcd", "^[a-c]{1,3}$", "", False),
    ("aaaa", "^a{2,}$", "", True),
    ("b", "^a{0}b$", "", True),
    ("b", "[a-z-[aeiou]]", "", True),
    ("e", "[a-z-[aeiou]]", "", False),
    ("O", "[A-Z-[OI]]", "i", False),
    ("o", "[A-Z-[OI]]", "i", False),
    ("q", "[A-Z-[OI]]", "i", True),
    ("e", "[^a-z-[b]]", "", False),
    ("7", "[^a-z-[^0-5]]", "", False),
    ("3", "[^a-z-[^0-5]]", "", True),
    ("-", "[a-]", "", True),
    ("^", "[a^]", "", True),
    ("]", "[\\]]", "", True),
    ("\u212a", "[A-Z]", "i", True),
    ("中", "\\p{IsCJKUnifiedIdeographs}", "", True),
    ("中", "\\P{Lo}", "", False),
    ("é", "\\p{L}", "", True),
    ("A", "\\p{Lu}", "", True),
    ("a", "\\p{Lu}", "i", False),
    ("٣", "\\d", "", True),
    ("_x-1", "^\\i\\c*$", "", True),
    ("-x", "^\\i", "", False),
    ("a b", "^\\S\\s\\w$", "", True),
    ("a\tb", "a\\tb", "", True),
    ("\n", "[\\n-\\r]", "", True),
    ("abab", "^(ab)\\1$", "", True),
    ("abAB", "^(ab)\\1$", "", False),
    ("abAB", "^(ab)\\1$", "i", True),
    ("a1", "^(a)\\11?$", "", False),
    ("aa1", "^(a)\\11$", "", True),
    ("b", "^(a)?b\\1$", "", True),
    ("ab", "^(?:a|b)+$", "", True),
    ("", "^(a*)*$", "", True),
    ("aaa", "^(a|aa)+?$", "", True),
    ("xay", "x(a|)y", "", True),
    ("xy", "x(a|)y", "", True),
    ("foo", "", "", True),
]


@pytest.mark.parametrize(("text", "pattern", "flags", "found"), MATCHES)
def test_a_pattern_is_found_or_not(text, pattern, flags, found):
    assert pattern_of(pattern, flags).is_in(text) is found


NONE = [
    "(",
    ")",
    "a**",
    "{1}",
    "a{2,1}",
    "a{30000}",
    "[z-a]",
    "[]",
    "[a",
    "\\q",
    "(?=a)",
    "a]",
    "(((a{30}){30}){30}){30}",
]
UNKNOWN = ["\\p{Zz}", "\\p{IsNowhere}", "\\1", "(a\\1)"]


@pytest.mark.parametrize("pattern", [*NONE, *UNKNOWN])
def test_what_is_no_pattern_has_no_value(pattern):
    with pytest.raises(NoValue):
        pattern_of(pattern)


REPLACED = [
    ('replace("abracadabra", "bra", "*")', "a*cada*"),
    ('replace("abracadabra", "a.*?a", "*")', "*c*bra"),
    ('replace("AAAA", "A+?", "b")', "bbbb"),
    ('replace("darted", "^(.*?)d(.*)$", "$1c$2")', "carted"),
    ('replace("abcd", "(ab)|(cd)", "[$1|$2]")', "[ab|][|cd]"),
    ('replace("abc", "b", "$0$0")', "abbc"),
    ('replace("abc", "(b)", "$12")', "ab2c"),
    ('replace("abc", "b", "$1")', "ac"),
    ('replace("abcdefghijk", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "$11$1")', "ka"),
    ('replace("abc", "b", "\\\\$\\\\\\\\")', "a$\\c"),
    ('replace("a.c", ".", "$", "q")', "a$c"),
    ('replace("ABC", "b", "-", "i")', "A-C"),
    ('replace("ABC", "b", "-", null)', "ABC"),
    ('replace("abc", "b", "$")', "null"),
    ('replace("abc", "b", "$x")', "null"),
    ('replace("abc", "b", "\\\\x")', "null"),
    ('replace("abc", "x*", "-")', "null"),
    ('replace("abc", "b", "-", "y")', "null"),
    ('split("a;b;c;;", ";")', '["a", "b", "c", "", ""]'),
    ('split("John Doe", "\\\\s")', '["John", "Doe"]'),
    ('split("abc", "")', "null"),
    ('matches("abc", "B", "i")', "true"),
    ('matches("abc", null)', "null"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "value"), REPLACED)
def test_texts_are_replaced_and_split(expression, value):
    assert told(expression) == value


def test_a_pattern_that_never_ends_is_given_up():
    with pytest.raises(LimitError, match="请改写正则式"):
        pattern_of("^(a+)+$").is_in("a" * 40 + "!")


def test_a_replacement_cannot_grow_without_end():
    assert told('replace(x, "a", x)', x="a" * 2000) == "null"
    assert "文字太长" in reasons('replace(x, "a", x)', x="a" * 2000)[0]


@given(
    st.recursive(
        st.sampled_from(["a", "b", ".", "[ab]", "[^a]"]),
        lambda inner: st.one_of(
            st.tuples(inner, inner).map("".join),
            st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
            st.tuples(inner, st.sampled_from(["*", "+", "?", "{1,2}"])).map(
                lambda pair: f"(?:{pair[0]}){pair[1]}"
            ),
        ),
        max_leaves=5,
    ),
    st.text("abc", max_size=8),
)
def test_simple_patterns_find_what_pythons_find(pattern, text):
    mine = [(found.start, found.end) for found in pattern_of(pattern).all_in(text)]
    wanted = re.search(pattern, text)
    assert mine[:1] == ([wanted.span()] if wanted else [])
