"""Bench: how fast is Maoding beside the usual ways of doing the same?"""
