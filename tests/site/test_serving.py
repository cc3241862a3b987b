"""While somebody writes, the browser shows the present plan, or what is wrong with it."""

import http.client
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from planbuilder.messages import render
from planbuilder.site import Built, CannotBuild, build, serve
from planbuilder.site.preview import Preview
from planbuilder.site.serving import Watcher, snapshot

TODAY = date(2026, 11, 21)
WritePlan = Callable[..., Path]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Preview]:
    preview = Preview(tmp_path / "out", 0)
    thread = Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield preview
    preview.closing()
    preview.shutdown()
    preview.server_close()
    thread.join()


def get(server: Preview, path: str, *, host: str | None = None, method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"127.0.0.1:{server.server_port}"})
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, content


@pytest.mark.usefixtures("quick_engine")
class TestTheWatcher:
    @pytest.fixture
    def watcher(self, plan: Path, server: Preview) -> Watcher:
        self.told: list[Built | None] = []
        return Watcher(
            (plan,),
            lambda: build(plan, server.folder, today=TODAY),
            server,
            lambda _address, built: self.told.append(built),
        )

    def test_a_change_is_built_and_shown_and_no_change_is_not(
        self, watcher: Watcher, plan: Path, server: Preview
    ) -> None:
        assert watcher.look()
        assert not watcher.look()
        assert "Pilote" in get(server, "/fr/roles/pilote.html")[1]
        text = (plan / "plan.yaml").read_text("utf-8")
        (plan / "plan.yaml").write_text(text.replace("fr: Pilote", "fr: Capitaine"), "utf-8")
        assert watcher.look()
        assert "Capitaine" in get(server, "/fr/roles/pilote.html")[1]
        assert (server.build, len(self.told)) == (2, 2)

    def test_a_plan_that_cannot_be_shown_is_explained_in_its_language(
        self, watcher: Watcher, plan: Path, server: Preview
    ) -> None:
        (plan / "plan.yaml").write_text("about: {organisation: <b>A</b>, languages: [fr], owns: x}\n")
        watcher.look()
        status, html = get(server, "/fr/index.html")
        assert status == 200
        assert '<html lang="fr">' in html
        assert "plan.yaml:1" in html
        assert "`owns`" in html
        assert "<b>" not in html

    def test_a_folder_that_goes_away_is_told_and_the_watch_goes_on(
        self, watcher: Watcher, plan: Path, server: Preview, write_plan: WritePlan
    ) -> None:
        (plan / "plan.yaml").unlink()
        plan.rmdir()
        watcher.look()
        assert "cannot be read" in get(server, "/")[1]
        assert self.told == [None]
        write_plan()
        assert watcher.look()
        assert "fr/index.html" in get(server, "/")[1]

    def test_it_follows_until_it_is_told_to_end(self, watcher: Watcher) -> None:
        end = Event()
        watcher.told = lambda _address, _built: end.set()
        watcher.follow(end)
        assert watcher.server.build == 1


class TestThePreview:
    @pytest.fixture(autouse=True)
    def _pages(self, server: Preview) -> None:
        (server.folder / "fr").mkdir(parents=True)
        (server.folder / "index.html").write_text("<body>first</body>")
        (server.folder / "fr" / "a.css").write_text("a{}")

    def test_pages_listen_for_changes_and_files_are_as_they_are(self, server: Preview) -> None:
        expected = '<body>first<script src="/__planbuilder/reload.js" data-seen="0"></script></body>'
        assert get(server, "/") == (200, expected)
        assert get(server, "/fr/a.css") == (200, "a{}")
        assert "location.reload" in get(server, "/__planbuilder/reload.js")[1]
        assert get(server, "/gone.html")[0] == 404
        assert get(server, "/", method="HEAD") == (200, "")

    def test_no_device_keeps_a_copy_of_what_is_being_written(self, server: Preview) -> None:
        status, script = get(server, "/fr/sw.js")
        assert status == 200
        assert "unregister" in script
        assert "caches" not in script

    def test_a_question_for_changes_is_answered_when_there_is_one(self, server: Preview) -> None:
        answers: list[str] = []
        asking = Thread(target=lambda: answers.append(get(server, "/__planbuilder/changes?0")[1]))
        asking.start()
        server.changed()
        asking.join()
        assert answers == ["1"]
        assert get(server, "/__planbuilder/changes?x")[1] == "1"
        assert server.wait_for_change(1, 0) == 1

    def test_nobody_but_this_machine_may_ask(self, server: Preview) -> None:
        assert server.address.startswith("http://127.0.0.1:")
        assert get(server, "/", host=f"evil.example:{server.server_port}")[0] == 403
        assert get(server, "/", host=f"localhost:{server.server_port}")[0] == 200

    @pytest.mark.parametrize("path", ["/../secret", "/fr/../../secret", "/%2e%2e/secret", "//etc/passwd"])
    def test_nothing_outside_the_site_is_shown(self, server: Preview, path: str) -> None:
        (server.folder.parent / "secret").write_text("secret")
        assert get(server, path)[0] == 404


def test_a_snapshot_sees_new_changed_and_removed_files_and_no_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    empty = snapshot([tmp_path, tmp_path / "gone"])
    (tmp_path / "a" / "x.yaml").write_text("1")
    one = snapshot([tmp_path])
    (tmp_path / "a" / "x.yaml").write_text("12")
    two = snapshot([tmp_path])
    assert len({empty, one, two}) == 3
    (tmp_path / ".x.yaml.swp").write_text("1")
    assert snapshot([tmp_path]) == two
    (tmp_path / "a" / "x.yaml").unlink()
    assert snapshot([tmp_path]) == empty


@pytest.mark.usefixtures("quick_engine")
def test_serving_ends_with_the_interruption_and_leaves_nothing(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))

    def interrupt(address: str, built: Built | None) -> None:
        assert built is not None
        assert built.published
        raise KeyboardInterrupt(address)

    with pytest.raises(KeyboardInterrupt, match=r"http://127\.0\.0\.1:\d+/"):
        serve(plan, today=lambda: TODAY, port=0, told=interrupt)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_port_in_use_is_told_in_a_sentence(plan: Path, server: Preview) -> None:
    with pytest.raises(CannotBuild) as refused:
        serve(plan, today=lambda: TODAY, port=server.server_port, told=lambda _address, _built: None)
    assert render(refused.value.message, "en") == f"The port {server.server_port} is in use by another program."
    assert "--port" in render(refused.value.fix, "en")


def test_the_trouble_of_a_build_stands_for_every_page(server: Preview) -> None:
    server.changed("<body>trouble</body>")
    assert "trouble" in get(server, "/anything.html")[1]
