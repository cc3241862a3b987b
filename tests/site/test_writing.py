"""A tree on the disk is what every engine reads in the same way."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from planbuilder.messages import render
from planbuilder.pages import Page, Tree
from planbuilder.plan import Visibility
from planbuilder.site.outcome import CannotBuild
from planbuilder.site.shell import Shell, find_shell
from planbuilder.site.writing import page_text, write_tree, yaml_lines
from planbuilder.source import Span

HOSTILE = "</title><script>x()</script> {{ 7*7 }} \"'&amp; # --- : | > %"


def tree(*paths: str, title: str = "T", files: tuple[tuple[str, bytes], ...] = ()) -> Tree:
    pages = tuple(Page(path, title, "# T\n") for path in paths)
    nav = (("Home", paths[0]), ("More", tuple((title, path) for path in paths[1:])))
    return Tree("fr", Visibility.STAFF, title, pages, nav, files)


def write(made: Tree, folder: Path, shell: Shell | None = None) -> dict[str, object]:
    write_tree(made, shell or find_shell(None), folder, theme_language="fr")
    config = yaml_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert isinstance(config, dict)
    return config


def test_pages_assets_and_configuration_are_written(tmp_path: Path) -> None:
    config = write(tree("index.md", "a/b.md", files=(("assets/x.css", b"a{}"), ("assets/x.js", b"1"))), tmp_path)
    assert (tmp_path / "docs" / "a" / "b.md").read_text() == '---\ntitle: "T"\n---\n\n# T\n'
    assert config["nav"] == [{"Home": "index.md"}, {"More": [{"T": "a/b.md"}]}]
    assert (config["extra_css"], config["extra_javascript"]) == ([], []), "the frame asks for its own"
    assert (tmp_path / "docs" / "assets" / "site.css").is_file()
    assert config["use_directory_urls"] is False
    assert config["plugins"] == []
    assert not {"hooks", "site_url", "repo_url"} & config.keys()


def test_another_theme_gets_every_file_by_itself(tmp_path: Path) -> None:
    house = tmp_path / "house.yml"
    house.write_text("theme: readthedocs\n")
    files = (("assets/x.css", b"a{}"), ("assets/x.js", b"1"), ("assets/tools/y.js", b"2"))
    config = write(tree("index.md", files=files), tmp_path / "tree", find_shell(house))
    assert (config["extra_css"], config["extra_javascript"]) == (["assets/x.css"], ["assets/x.js"])
    assert (tmp_path / "tree" / "docs" / "assets" / "tools" / "y.js").is_file()


def test_titles_labels_and_names_are_escaped_once(tmp_path: Path) -> None:
    config = write(tree("index.md", "a.md", title=HOSTILE), tmp_path)
    shown = "&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt; {{ 7*7 }} &quot;&#x27;&amp;amp; # --- : | &gt; %"
    assert config["site_name"] == shown
    assert config["nav"] == [{"Home": "index.md"}, {"More": [{shown: "a.md"}]}]
    _, front = get_data((tmp_path / "docs" / "a.md").read_text("utf-8"))
    assert front == {"title": shown}


@given(st.text(), st.text())
def test_any_text_survives_the_front_matter(title: str, description: str) -> None:
    body, front = get_data(page_text(Page("a.md", title, "# T\n", description=description)))
    assert body.strip() == "# T"
    assert set(front) <= {"title", "description"}
    assert "<" not in str(front)


scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.text())


@given(
    st.dictionaries(
        st.text(), st.recursive(scalars, lambda x: st.lists(x) | st.dictionaries(st.text(), x), max_leaves=9)
    )
)
def test_any_configuration_is_read_back_as_it_was(value: dict[str, object]) -> None:
    flat = {key: below for key, below in value.items() if not _holds_a_list_of_lists(below)}
    text = "".join(f"{line}\n" for line in yaml_lines(flat))
    assert (yaml_load(text) or {}) == flat


def _holds_a_list_of_lists(value: object) -> bool:
    """MkDocs has no such settings, so they are written on one line, where the order of quotes differs."""
    if isinstance(value, dict):
        return any(map(_holds_a_list_of_lists, value.values()))
    return isinstance(value, list) and any(isinstance(item, list) or _holds_a_list_of_lists(item) for item in value)


@pytest.mark.parametrize(
    "path",
    [
        "../x.md",
        "/etc/passwd",
        "a/../../x.md",
        "a//b.md",
        "a\\b.md",
        "A.md",
        "é.md",
        ".git/config",
        "a/.md",
        "a\n.md",
        "",
    ],
)
def test_a_path_that_leads_astray_is_never_written(tmp_path: Path, path: str) -> None:
    for made in (tree("index.md", path), tree("index.md", files=((path, b""),))):
        with pytest.raises(ValueError, match="cannot have the path"):
            write(made, tmp_path / "tree")
    assert list(tmp_path.iterdir()) == []


def test_two_pages_never_share_a_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot have the path"):
        write(tree("index.md", "a.md", "a.md"), tmp_path / "tree")


def test_the_templates_of_the_shell_are_told_languages_colours_and_words(tmp_path: Path) -> None:
    made = Tree("fr", Visibility.STAFF, "S", (Page("index.md", "T", "# T\n"),), (("T", "index.md"),), (), ("en", "ar"))
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "theme: {name: material, palette: [{scheme: slate, primary: teal}, {}]}\nextra: {a: b, alternate: x}\n"
    )
    extra = write(made, tmp_path / "tree", find_shell(config))["extra"]
    assert isinstance(extra, dict)
    assert extra["a"] == "b"
    assert extra["alternate"] == [
        {"name": "English", "link": "../en/", "lang": "en"},
        {"name": "العربية", "link": "../ar/", "lang": "ar"},
    ]
    shell = extra["shell"]
    assert (shell["language"], shell["direction"]) == ("fr", "ltr")
    assert shell["schemes"] == ["slate", "default"]
    assert shell["words"]["menu"] == "Menu"
    arabic = replace(made, language="ar", siblings=())
    assert 'direction: "rtl"' in _config(arabic, tmp_path / "rtl")


def _config(made: Tree, folder: Path) -> str:
    write(made, folder)
    return (folder / "mkdocs.yml").read_text("utf-8")


class TestTheShell:
    def test_theme_extensions_and_own_files_are_taken_plugins_and_hooks_are_not(self, tmp_path: Path) -> None:
        (tmp_path / "house.css").write_text("a{}")
        (tmp_path / "theme").mkdir()
        (tmp_path / "theme" / "main.html").write_text("{% extends 'base.html' %}")
        config = tmp_path / "mkdocs.yml"
        config.write_text(
            "theme: {name: material, palette: {scheme: slate}, custom_dir: theme, font: {text: Arial}}\n"
            "extra_css: [house.css]\nmarkdown_extensions: [attr_list, toc: {permalink: true}]\n"
            "hooks: [x.py]\nplugins: [evil]\ncopyright: Us\n"
        )
        read = write(tree("index.md"), tmp_path / "tree", find_shell(config))
        theme = read["theme"]
        assert isinstance(theme, dict)
        assert theme["palette"] == {"scheme": "slate"}
        assert (theme["font"], theme["custom_dir"]) == (False, "overrides")
        overrides = tmp_path / "tree" / "overrides"
        assert (overrides / "main.html").read_text() == "{% extends 'base.html' %}"
        assert (overrides / "base.html").is_file(), "ours lies below that of the house"
        assert read["extra_css"] == ["assets/house/house.css"]
        assert read["markdown_extensions"] == ["attr_list", {"toc": {"permalink": True}}]
        assert read["copyright"] == "Us"
        assert read["plugins"] == []
        assert "hooks" not in read

    def test_the_one_of_the_current_folder_comes_before_our_own(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert find_shell(None).theme["name"] == "material"
        (tmp_path / "mkdocs.yml").write_text("theme: readthedocs\n")
        shell = find_shell(None)
        assert shell.theme == {"name": "readthedocs"}
        assert shell.overrides == (), "another theme keeps its own frame"

    def test_functions_of_extensions_keep_their_names(self, tmp_path: Path) -> None:
        config = tmp_path / "mkdocs.yml"
        config.write_text("markdown_extensions:\n  - toc:\n      slugify: !!python/name:json.dumps\n")
        write(tree("index.md"), tmp_path / "tree", find_shell(config))
        assert "slugify: !!python/name:json.dumps" in (tmp_path / "tree" / "mkdocs.yml").read_text()

    def test_a_place_in_the_plan_has_an_address_on_the_web(self, tmp_path: Path) -> None:
        config = tmp_path / "mkdocs.yml"
        place = Span(str(tmp_path / "plans" / "a.yaml"), 12, 1)
        config.write_text("repo_url: https://example.org/us/plans/\n")
        assert find_shell(config).link(place) == "https://example.org/us/plans/edit/main/plans/a.yaml#L12"
        config.write_text("repo_url: https://gitlab.example.org/us/plans\n")
        assert find_shell(config).link(place) == "https://gitlab.example.org/us/plans/-/edit/main/plans/a.yaml#L12"
        config.write_text("repo_url: https://example.org/us\nedit_uri: blob/v1/\n")
        assert find_shell(config).link(place) == "https://example.org/us/blob/v1/plans/a.yaml#L12"
        assert find_shell(config).link(Span("/elsewhere/a.yaml", 1, 1)) is None
        config.write_text("")
        assert find_shell(config).link(place) is None

    def test_a_file_that_is_no_configuration_is_told_in_a_sentence(self, tmp_path: Path) -> None:
        config = tmp_path / "mkdocs.yml"
        config.write_text("a: [\n")
        with pytest.raises(CannotBuild) as refused:
            find_shell(config)
        assert "cannot be understood" in render(refused.value.message, "en")
