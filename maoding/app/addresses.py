"""Addresses: which page answers at which path?"""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from maoding.app import clock, signing_in
from maoding.publish.pages import (
    board,
    bodies,
    body,
    bulletins,
    changes,
    cohort,
    faults,
    indicator,
    indicators,
    project,
    projects,
    rule_list,
    rules,
    search,
    source_list,
    sources,
    speaking,
)
from maoding.publish.pages.kept import kept
from maoding.publish.pages.site import Site
from maoding.terms.viewer import EVERYTHING

SITE = {"site": Site(settings.CITIES, settings.SHARED, clock.today, EVERYTHING)}

urlpatterns: list[URLPattern | URLResolver] = [
    path("", kept(board.board), SITE, name="home"),
    path("sign-in/", signing_in.sign_in, name="sign-in"),
    path("sign-in/demo/", signing_in.enter_demo, name="enter-demo"),
    path("sign-out/", signing_in.sign_out, name="sign-out"),
    path("language/", speaking.switch, name="language"),
    path("source/<str:code>/", sources.source, SITE, name="source"),
    path("why/<str:name>/", sources.entry, SITE, name="why"),
    path("rules/", kept(rule_list.rules), SITE, name="rules"),
    path("<slug:city>/rules/", kept(rule_list.rules), SITE, name="rules"),
    path("<slug:city>/rules.xlsx", rule_list.rules_workbook, SITE, name="rules-workbook"),
    path("rules/<slug:name>/", kept(rules.rule), SITE, name="rule"),
    path("search/", search.search, SITE, name="search"),
    path("<slug:city>/search/", search.search, SITE, name="search"),
    path("<slug:city>/search.xlsx", search.search_workbook, SITE, name="search-workbook"),
    path("<slug:city>/", kept(board.board), SITE, name="board"),
    path("<slug:city>/board.xlsx", board.board_workbook, SITE, name="board-workbook"),
    path("<slug:city>/row/<str:promise>/", board.row, SITE, name="row"),
    path("<slug:city>/bodies/", kept(bodies.bodies), SITE, name="bodies"),
    path("<slug:city>/bodies.xlsx", bodies.bodies_workbook, SITE, name="bodies-workbook"),
    path("<slug:city>/bodies/<str:code>/", kept(body.body), SITE, name="body"),
    path("<slug:city>/bodies/<str:code>.xlsx", body.body_workbook, SITE, name="body-workbook"),
    path("<slug:city>/bulletins/", bulletins.bulletins, SITE, name="bulletins"),
    path("<slug:city>/bulletins/<slug:kind>/", bulletins.preview, SITE, name="bulletin"),
    path(
        "<slug:city>/bulletins/<slug:kind>/<str:suffix>", bulletins.bulletin_file, SITE, name="bulletin-file"
    ),
    path("<slug:city>/cohort/", cohort.cohort, SITE, name="cohort"),
    path("<slug:city>/cohort.xlsx", cohort.cohort_workbook, SITE, name="cohort-workbook"),
    path("<slug:city>/indicators/", kept(indicators.indicators), SITE, name="indicators"),
    path("<slug:city>/indicators.xlsx", indicators.indicators_workbook, SITE, name="indicators-workbook"),
    path("<slug:city>/indicators/<str:code>/", kept(indicator.indicator), SITE, name="indicator"),
    path(
        "<slug:city>/indicators/<str:code>.xlsx",
        indicator.indicator_workbook,
        SITE,
        name="indicator-workbook",
    ),
    path("<slug:city>/sources/", source_list.sources, SITE, name="sources"),
    path("<slug:city>/sources.xlsx", source_list.sources_workbook, SITE, name="sources-workbook"),
    path("<slug:city>/changes/", kept(changes.two_days), SITE, name="changes"),
    path("<slug:city>/changes.xlsx", changes.news_workbook, SITE, name="changes-workbook"),
    path("<slug:city>/changes/board/", kept(changes.board_changes), SITE, name="changes-board"),
    path("<slug:city>/changes/board.xlsx", changes.board_workbook, SITE, name="changes-board-workbook"),
    path("<slug:city>/projects/", kept(projects.projects), SITE, name="projects"),
    path("<slug:city>/projects.xlsx", projects.projects_workbook, SITE, name="projects-workbook"),
    path("<slug:city>/projects/<str:code>/", kept(project.project), SITE, name="project"),
]
handler400 = faults.not_understood
handler403 = faults.no_right
handler404 = faults.not_found
handler500 = faults.broken
