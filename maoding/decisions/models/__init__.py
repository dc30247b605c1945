"""Models: what does a DMN model, with its decisions and all they require, say of one record?"""

from maoding.decisions.models.graph import Answer, Model
from maoding.decisions.models.reading import read_model

__all__ = ["Answer", "Model", "read_model"]
