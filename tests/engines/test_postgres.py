"""Is the tests' own PostgreSQL what production has: UTF-8, Chinese sorted by pinyin, and never root?"""

import psycopg


def test_chinese_names_sort_by_pinyin(postgres_url: str) -> None:
    towns = "(VALUES ('双凤镇'), ('浏河镇'), ('沙溪镇'), ('城厢镇')) AS town(name)"
    with psycopg.connect(postgres_url) as connection:
        rows = connection.execute(f"SELECT name FROM {towns} ORDER BY name").fetchall()  # noqa: S608 - constant text
    assert [name for (name,) in rows] == ["城厢镇", "浏河镇", "沙溪镇", "双凤镇"]


def test_it_listens_on_the_loopback_only(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
