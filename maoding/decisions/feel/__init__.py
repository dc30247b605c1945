"""Feel: what does an expression, as written in FEEL, say?

>>> parse_phrase("1 + 2").sign
'+'
"""

from maoding.decisions.feel.parsing import TestsSaid, parse_phrase, parse_tests, parse_type

__all__ = ["TestsSaid", "parse_phrase", "parse_tests", "parse_type"]
