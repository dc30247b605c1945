"""Terms: what are things called? Shapes and words that every room shares; needs Python and YAML only."""
