"""Evaluation: what does an expression of FEEL come to for one record? The reference every other way is held to."""
