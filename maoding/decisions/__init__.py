"""Decisions: what does this rule table say of these rows? Knows tables and columns, nothing of cities."""
