"""Publish: who needs to see it, and how? Choose, lay out, send."""
