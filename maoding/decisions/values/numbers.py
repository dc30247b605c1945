"""Numbers: how are decimal numbers worked out with 34 digits (decimal128), as FEEL has them?

Every result is a finite number or a `NoValue`: there is no infinity and no not-a-number in FEEL.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from maoding.decisions.faults import NoValue
from maoding.terms.language import say

DIGITS, LEAST_EXPONENT, GREATEST_EXPONENT = 34, -6143, 6144
DECIMAL128 = Context(
    prec=DIGITS, rounding=ROUND_HALF_EVEN, Emin=LEAST_EXPONENT, Emax=GREATEST_EXPONENT, traps=[]
)
SCALES = range(-6111, 6177)  # how many decimals decimal128 can be asked for


def worked(sign: str, left: Decimal, right: Decimal) -> Decimal:
    """``left sign right`` for ``+ - * / **``, rounded half to even at 34 digits.

    Raises:
        NoValue: division by nought, a root of a negative number, or a result too large.
    """
    return finite(WORKED[sign](left, right))


WORKED: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": DECIMAL128.add,
    "-": DECIMAL128.subtract,
    "*": DECIMAL128.multiply,
    "/": DECIMAL128.divide,
    "**": lambda base, exponent: DECIMAL128.power(base, exponent) if exponent else Decimal(1),
}


def finite(number: Decimal) -> Decimal:
    """The number, rounded to 34 digits.

    Raises:
        NoValue: it is infinite or no number.
    """
    rounded = DECIMAL128.plus(number)
    if not rounded.is_finite():
        raise NoValue(say("算不出数值（除以零，或超出范围）"))
    return rounded


@lru_cache(maxsize=4096)
def of_fraction(number: Fraction) -> Decimal:
    """A fraction, as literals of a rule table are kept, as a decimal."""
    return finite(DECIMAL128.divide(Decimal(number.numerator), Decimal(number.denominator)))


def scaled(number: Decimal, scale: int, rounding: str) -> Decimal:
    """A number with `scale` decimals, rounded as the decimal module's `rounding` says."""
    if number.adjusted() + scale + 1 > DIGITS:  # already coarser than asked for
        return number
    return number.quantize(Decimal(1).scaleb(-scale), rounding=rounding, context=DECIMAL128)


def whole(number: object) -> int | None:
    """The whole number a value is, if it is one of a size that can be counted with."""
    if not isinstance(number, Decimal) or number.adjusted() > DIGITS or number != number.to_integral_value():
        return None
    return int(number)


def written(number: Decimal) -> str:
    """All digits, without exponent and without noughts at the end: ``123.45``."""
    plain = format(number, "f") if number else "0"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
