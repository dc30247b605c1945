"""Signing in: who is this reader?

In the demo one button lets anyone in as a user without rights of any kind; elsewhere its address does not exist.
"""

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model, login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from maoding.publish.pages.speaking import safe_way_back
from maoding.terms.language import say

DEMO_USER = "demo"
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password, and let in whoever gives both rightly."""
    way_on = safe_way_back(request, settings.LOGIN_REDIRECT_URL)
    if request.method == "POST":
        name, password = request.POST.get("name", ""), request.POST.get("password", "")
        user = authenticate(request, username=name, password=password)
        if user is not None:
            login(request, user)
            return HttpResponseRedirect(way_on)
        fault = say("用户名或密码不对，请核对后再试；忘了密码请找管理员重设")
        return _form(request, way_on, name=name, fault=fault, status=403)
    return _form(request, way_on)


@login_not_required
@require_POST
def enter_demo(request: HttpRequest) -> HttpResponse:
    """Let anyone into the demo, as a user who cannot sign in otherwise.

    Raises:
        Http404: this is not the demo.
    """
    if not settings.DEMO:
        raise Http404
    users = get_user_model()
    user, new = users.objects.get_or_create(username=DEMO_USER)
    if new:
        user.set_unusable_password()
        user.save()
    login(request, user, backend=MODEL_BACKEND)
    return HttpResponseRedirect(safe_way_back(request, settings.LOGIN_REDIRECT_URL))


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Forget the reader."""
    logout(request)
    return HttpResponseRedirect(settings.LOGOUT_REDIRECT_URL)


def _form(
    request: HttpRequest, way_on: str, name: str = "", fault: str = "", status: int = 200
) -> HttpResponse:
    return render(request, "sign_in.html", {"way_on": way_on, "name": name, "fault": fault}, status=status)
