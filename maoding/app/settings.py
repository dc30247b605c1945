"""Settings: with which database, secrets and language does this server run?

Everything a deployment may change comes from the environment: ``MAODING_DATABASE`` (a path, or
``postgresql://user:password@host:port/name``), ``MAODING_SECRET``, ``MAODING_DEMO``, ``MAODING_HOSTS``,
``MAODING_HTTPS`` (cookies travel encrypted only), ``MAODING_CITIES``, ``SHARED``.
"""

import os
import secrets
from pathlib import Path

from maoding.app.databases import database

ROOT = Path(__file__).parent.parent.parent
DEMO = os.environ.get("MAODING_DEMO") == "1"
SECRET_KEY = os.environ.get("MAODING_SECRET") or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("MAODING_HOSTS", "127.0.0.1,localhost").split(",")
CITIES = Path(os.environ.get("MAODING_CITIES", ROOT / "cities"))
SHARED = Path(os.environ.get("SHARED", ROOT.parent / "shared"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "maoding.ledger",
]
MIDDLEWARE = [
    "maoding.publish.pages.guarding.with_guards",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "maoding.publish.pages.speaking.in_the_readers_language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [ROOT / "maoding" / "publish" / "templates"],
        "OPTIONS": {
            "environment": "maoding.publish.pages.templating.environment",
            "context_processors": ["maoding.publish.pages.templating.about_the_reader"],
        },
    }
]
DATABASES = {"default": database(os.environ.get("MAODING_DATABASE", str(ROOT / "var" / "maoding.db")))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "maoding.app.addresses"
WSGI_APPLICATION = "maoding.app.server.application"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
STATIC_URL = "static/"
STATICFILES_DIRS = [ROOT / "maoding" / "publish" / "static"]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 200},  # finished pages (publish/pages/kept.py), some 60 kB each
    }
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600  # addresses change with their contents (publish/pages/templating.py)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("MAODING_HTTPS") == "1"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"errors": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"django.request": {"handlers": ["errors"], "level": "ERROR", "propagate": False}},
}
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "maoding.publish.pages.faults.form_too_old"
