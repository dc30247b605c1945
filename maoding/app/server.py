"""Server: how does a web server reach the site?"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maoding.app.settings")
application = get_wsgi_application()
