"""Patterns: where in a text does a regular expression, as XPath has them, find what it describes?

The patterns are read by a grammar and matched here, step by counted step, because Python's own differ from XPath's in
what they mean (categories, subtraction of classes, flags) and can run for ever on a short text.
"""

from maoding.decisions.patterns.matching import Found, Pattern, pattern_of

__all__ = ["Found", "Pattern", "pattern_of"]
