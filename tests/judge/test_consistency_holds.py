"""What must always hold of the checker: half-up prints pass, prints two units off never do."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from maoding.judge.consistency import check
from tests.judge.printed import in_print, said, verdict

counts = some.integers(1, 100_000)
amounts = some.fractions(Fraction(1, 2), 10_000)
places = some.integers(0, 3)


@given(counts, counts, places)
def test_a_true_ratio_of_counts_rounded_half_up_is_never_called_wrong(a, b, digits):
    assert verdict("ratio", in_print(Fraction(100 * a, b), digits), "%", str(a), str(b)) == ("consistent", "")


@given(amounts, amounts, places, places)
def test_a_true_ratio_of_printed_amounts_is_never_called_wrong(a, b, digits, finer):
    printed = in_print(100 * a / b, digits)
    cells = [f"{in_print(amount, finer + 1)}亿元" for amount in (a, b)]
    assert verdict("ratio", printed, "%", *cells) == ("consistent", "")


@given(amounts, amounts, places)
def test_a_true_growth_is_never_called_wrong(now, before, digits):
    cells = [f"{in_print(amount, 1)}亿元" for amount in (now, before)]
    assert verdict("growth", in_print(100 * (now / before - 1), digits), "%", *cells) == ("consistent", "")


@given(some.lists(some.fractions(-1000, 1000), min_size=1, max_size=8), places)
def test_a_true_sum_of_printed_amounts_is_never_called_wrong(parts, digits):
    written = " ".join(in_print(part, digits) for part in parts)
    assert verdict("sum", in_print(sum(parts), digits), "亿元", parts=written) == ("consistent", "")


@given(some.fractions(0, 200), some.fractions(0, 200), places)
def test_points_between_printed_rates_are_never_called_wrong(one, other, digits):
    printed = in_print(one - other, digits)
    cells = in_print(one, digits), in_print(other, digits)
    assert verdict("points", printed, "百分点", *cells) == ("consistent", "")


@given(some.lists(some.fractions(0, 100), min_size=1, max_size=10), some.data(), places)
def test_a_true_rank_is_never_called_wrong(scores, data, digits):
    own = data.draw(some.sampled_from(scores))
    rank = 1 + sum(score > own for score in scores)
    printed = [f"{in_print(score, digits)}亿元" for score in scores]
    found = check(said("rank", str(rank), "位", f"{in_print(own, digits)}亿元", parts=" ".join(printed)))
    assert found.verdict == "consistent"


@given(counts, counts, places, some.integers(2, 50), some.booleans())
def test_a_print_two_units_off_is_always_called_wrong(a, b, digits, off, upwards):
    step = Fraction(off if upwards else -off, 10**digits)
    shown = Fraction(in_print(Fraction(100 * a, b), digits)) + step
    assert check(said("ratio", in_print(shown, digits), "%", str(a), str(b))).verdict == "inconsistent"


@given(amounts, amounts, places, some.integers(2, 50), some.booleans())
def test_a_print_two_units_beyond_the_bounds_is_always_called_wrong(a, b, digits, off, upwards):
    cells = [f"{in_print(amount, 1)}亿元" for amount in (a, b)]
    right = check(said("ratio", "1", "%", *cells)).recomputed
    place = Fraction(1, 10**digits)
    bound = Fraction(in_print(right.high if upwards else right.low, digits))
    shown = bound + place * (off + 1 if upwards else -off - 1)
    assert check(said("ratio", in_print(shown, digits), "%", *cells)).verdict == "inconsistent"


@given(counts, counts, places)
def test_a_print_that_was_cut_off_is_never_called_wrong(a, b, digits):
    cut = Fraction(100 * a * 10**digits // b, 10**digits)
    assert check(said("ratio", in_print(cut, digits), "%", str(a), str(b))).verdict == "consistent"


@given(some.lists(some.integers(0, 500), min_size=1), some.integers(1, 60))
def test_a_count_that_leaves_something_says_how_much(parts, rest):
    written = " ".join(map(str, parts))
    found = check(said("count", a=str(sum(parts) + rest), parts=written))
    assert (found.verdict, found.left) == ("remainder", rest)
    assert check(said("count", a=str(sum(parts)), parts=written)).verdict == "consistent"
