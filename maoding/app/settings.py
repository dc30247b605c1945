"""Settings: with which database, secrets and language does this server run?

Everything a deployment may change comes from the environment: ``MAODING_DATABASE`` (a path, or
``postgresql://user:password@host:port/name``), ``MAODING_SECRET``, ``MAODING_DEMO``, ``MAODING_HOSTS``, ``SHARED``.
"""

import os
import secrets
from pathlib import Path

from maoding.app.databases import database

ROOT = Path(__file__).parent.parent.parent
DEMO = os.environ.get("MAODING_DEMO") == "1"
SECRET_KEY = os.environ.get("MAODING_SECRET") or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("MAODING_HOSTS", "127.0.0.1,localhost,testserver").split(",")
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
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
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
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
LOGIN_URL = "/sign-in/"
