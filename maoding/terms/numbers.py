"""Numbers: what exact number does a printed cell state, and how finely was it printed?"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PRINTED = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?\Z")
GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
WITH_UNIT = re.compile(r"(?P<number>[+-]?[\d,]*\.?\d+(?:[eE][+-]?\d+)?)(?P<unit>[^\d\s.,+-].*)?\Z")
MANTISSA_LIMIT = 2**63


class NotANumberError(ValueError):
    """The cell holds something that is not one exact number."""


@dataclass(frozen=True)
class Printed:
    """A number as it was printed: exact text, so that 56 and 56.0 stay two precisions.

    >>> Printed("30.6").mantissa, Printed("30.6").decimals
    (306, 1)
    """

    text: str

    @property
    def value(self) -> Decimal:
        """The exact value."""
        return Decimal(self.text)

    @property
    def decimals(self) -> int:
        """Digits printed behind the point."""
        return len(self.text.partition(".")[2])

    @property
    def mantissa(self) -> int:
        """All digits as one whole number: value = mantissa × 10^-decimals."""
        return int(self.text.replace(".", ""))


def split(cell: str) -> tuple[str, str]:
    """Split a cell into its number and the unit written behind it: ``１,２３４.５亿元`` → ``("1234.5", "亿元")``.

    Full-width digits, ``％``, thousands separators and spaces are understood.

    Raises:
        NotANumberError: the text is not one number with at most one unit behind it.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", cell)).replace("−", "-").replace("，", ",")
    found = WITH_UNIT.match(plain)
    if not found:
        raise NotANumberError(cell)
    number = found["number"]
    if "," in number:
        if not GROUPED.match(number):
            raise NotANumberError(cell)
        number = number.replace(",", "")
    return (number if number[0] != "." else f"0{number}"), found["unit"] or ""


def read(cell: str) -> Printed:
    """Read a cell that holds a number and nothing else.

    Raises:
        NotANumberError: there is a unit in the cell, or no number, or more digits than 18.
    """
    number, unit = split(cell)
    if unit or not PRINTED.match(number):
        raise NotANumberError(cell)
    printed = Printed(format(Decimal(number), "f"))
    if abs(printed.mantissa) >= MANTISSA_LIMIT:
        raise NotANumberError(cell)
    return printed


def rounded(value: Decimal, places: int) -> Decimal:
    """Round as the bulletins do, ties away from nought (四舍五入)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
