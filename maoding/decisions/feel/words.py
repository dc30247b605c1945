"""Words: which words is an expression of FEEL made of, and where does each stand?

The grammar cannot tell a name of several parts from several words, nor ``]`` that closes a range from one that opens
one; the words handed to it here are told apart already, by the names that are known and by what stands before.
"""

import re
from dataclasses import dataclass, field

from lark import Token

from maoding.decisions.faults import At, LimitError, RuleError
from maoding.decisions.feel.names import START, WORD, Names, plain
from maoding.decisions.feel.stumbling import mend_for
from maoding.terms.language import say

MOST_LETTERS, DEEPEST = 100_000, 100
BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)+", re.DOTALL)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
AT_STRING = re.compile(r'@\s*("(?:[^"\\]|\\.)*")', re.DOTALL)
NUMBER = re.compile(r"(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
KEYWORDS = frozenset(
    (
        *("if", "then", "else", "for", "return", "some", "every", "in", "satisfies", "and", "or", "between"),
        *("null", "true", "false"),
    )
)
SIGNS = {
    "..": "DOTS",
    "->": "ARROW",
    "**": "POWER",
    "<=": "AT_MOST",
    ">=": "AT_LEAST",
    "!=": "UNEQUAL",
    "<": "LT",
    ">": "GT",
    "=": "EQUAL",
    "+": "PLUS",
    "-": "MINUS",
    "*": "TIMES",
    "/": "OVER",
    ".": "DOT",
    ",": "COMMA",
    ":": "COLON",
    "(": "LPAR",
    ")": "RPAR",
    "[": "LSQB",
    "]": "RSQB",
    "{": "LBRACE",
    "}": "RBRACE",
}
SIGN = re.compile("|".join(re.escape(each) for each in SIGNS))
# What a thing has been said after; a bracket then reaches into it.
SAID = frozenset(
    ("NAME", "NUMBER", "STRING", "AT", "TRUE", "FALSE", "NULL", "RPAR", "RSQB", "RBRACE", "CLOSE")
)
OPENING, CLOSING = ("LPAR", "LSQB", "LBRACE", "OPEN"), ("RPAR", "RSQB", "RBRACE", "CLOSE")
GIVEN = rf'([{START}][^"{{}}\[\](),:]*?)\s*'
KEY, PARAMETER = re.compile(f"{GIVEN}:"), re.compile(rf"{GIVEN}[:,)]")
VARIABLE = re.compile(rf"{GIVEN}\sin(?!\w)")
NOT_REACHING = re.compile(r"\s*(?:$|[,)\]}=<>!]|(?:and|or|then|else|return|satisfies|in|between)(?!\w))")
FURTHER = {
    "instance": re.compile(r"instance\s+of(?!\w)"),
    "external": re.compile(r"external(?=\s*\{)"),
    "function": re.compile(r"function(?=\s*[(<])"),
}


def words_of(text: str, names: Names) -> list[Token]:
    """The words of a text, each with its place.

    Raises:
        RuleError: a sign or text FEEL does not have; line and column say where.
        LimitError: the text is too long, or its brackets are nested too deeply.
    """
    if len(text) > MOST_LETTERS:
        reason = say("一个式子超过{most}个字", most=MOST_LETTERS)
        raise LimitError(reason, say("请拆成几个式子"), at=At(1, 1))
    return _Reader(text, names).words()


@dataclass
class _Reader:
    """Goes through a text from its start."""

    text: str
    names: Names
    found: list[Token] = field(default_factory=list)
    brackets: list[str] = field(default_factory=list)
    position: int = 0

    def words(self) -> list[Token]:
        while self._skip_blank() < len(self.text):
            if not (self._given_name() or self._literal() or self._name() or self._sign()):
                raise self._unreadable()
        return self.found

    def _skip_blank(self) -> int:
        if blank := BLANK.match(self.text, self.position):
            self.position = blank.end()
        return self.position

    def _last(self, back: int = 1) -> str:
        return self.found[-back].type if len(self.found) >= back else ""

    def _take(self, kind: str, end: int, value: str | None = None) -> bool:
        start, self.position = self.position, end
        value = self.text[start:end] if value is None else value
        line = self.text.count("\n", 0, start) + 1
        column = start - self.text.rfind("\n", 0, start)
        self.found.append(Token(kind, value, start, line, column, line, column + end - start, end))
        return True

    def _given_name(self) -> bool:
        """A name where one is given: key of a context, parameter of a function, variable of a loop."""
        innermost = self.brackets[-1] if self.brackets else ""
        pattern = None
        if innermost == "LBRACE" and self._last() in ("LBRACE", "COMMA"):
            pattern = KEY
        elif innermost == "FUNCTION" and self._last() in ("LPAR", "COMMA"):
            pattern = PARAMETER
        elif self._last() in ("FOR", "SOME", "EVERY"):
            pattern = VARIABLE
        found = pattern.match(self.text, self.position) if pattern else None
        if not found:
            return False
        name = plain(COMMENT.sub(" ", found[1]))
        self.names.add(name)
        return self._take("NAME", found.end(1), name)

    def _literal(self) -> bool:
        for kind, pattern in (("STRING", STRING), ("NUMBER", NUMBER)):
            if found := pattern.match(self.text, self.position):
                return self._take(kind, found.end())
        if found := AT_STRING.match(self.text, self.position):
            return self._take("AT", found.end(), found[1])
        return False

    def _name(self) -> bool:
        word = WORD.match(self.text, self.position)
        if found := self.names.longest_at(self.text, self.position):
            return self._take("NAME", found[1], found[0])
        if not word:
            return False
        written = word[0]
        if self._last() == "DOT":
            return self._take("NAME", word.end())
        if written in KEYWORDS:
            return self._take(written.upper(), word.end())
        further = FURTHER[written].match(self.text, self.position) if written in FURTHER else None
        if further and (written != "external" or self._last() == "RPAR"):
            return self._take("INSTANCE_OF" if written == "instance" else written.upper(), further.end())
        return self._take("NAME", word.end())

    def _sign(self) -> bool:
        found = SIGN.match(self.text, self.position)
        if not found:
            return False
        kind = self._bracket(SIGNS[found[0]])
        if kind == "DOTS" and self.brackets:
            self.brackets[-1] = "DOTS"
        return self._take(kind, found.end())

    def _bracket(self, kind: str) -> str:
        """Tell a range's turned brackets from others, and keep count of those that are open."""
        closes = self.brackets[-1:] in (["LSQB"], ["OPEN"], ["DOTS"])
        if kind == "RSQB" and (not closes or self._last() not in (*SAID, "LSQB")):
            kind = "OPEN"
        if kind == "LSQB" and self.brackets[-1:] == ["DOTS"] and self._last() in SAID:
            kind = "CLOSE" if NOT_REACHING.match(self.text, self.position + 1) else kind
        if kind in OPENING:
            self.brackets.append("FUNCTION" if kind == "LPAR" and self._last() == "FUNCTION" else kind)
        elif kind in CLOSING and self.brackets:
            self.brackets.pop()
        if len(self.brackets) > DEEPEST:
            reason = say("括号套了超过{most}层", most=DEEPEST)
            raise LimitError(reason, say("请拆成几个式子"), at=self._here())
        return kind

    def _here(self) -> At:
        line = self.text.count("\n", 0, self.position) + 1
        return At(line, self.position - self.text.rfind("\n", 0, self.position))

    def _unreadable(self) -> RuleError:
        letter = self.text[self.position]
        if letter in '"@':
            return RuleError(say("引号没有配对"), say("请在文字末尾补上英文双引号"), at=self._here())
        return RuleError(say("看不懂“{found}”", found=letter), mend_for(letter), at=self._here())
