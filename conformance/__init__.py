"""Conformance: does Maoding's rule engine say what the public kit of the DMN standard says?"""
