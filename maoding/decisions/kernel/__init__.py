"""Kernel: the same tables decided for whole populations in memory, with compiled loops instead of frames."""
