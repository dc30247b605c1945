"""Server: how does a web server reach the site?"""

import os

from django.core.wsgi import get_wsgi_application

if not os.environ.get("MAODING_SECRET"):
    # Each worker would make up its own, and nobody would stay signed in.
    message = "MAODING_SECRET is not set; `maoding serve` sets one, another server must be given one"
    raise RuntimeError(message)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maoding.app.settings")
application = get_wsgi_application()
