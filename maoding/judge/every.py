"""Every: which modules hold findings? Importing this one enters them all."""

from importlib import import_module
from pkgutil import iter_modules

import maoding.judge as room

for module in iter_modules(room.__path__):
    if module.name != "every":
        import_module(f"{room.__name__}.{module.name}")
