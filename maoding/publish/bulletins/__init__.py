"""Bulletins: what goes out, is every sentence of it true, and how is it laid out?"""
