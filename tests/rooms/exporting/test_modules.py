"""Modules as one script: each in a scope of its own, those that are imported first."""

from __future__ import annotations

import pytest

from oyez.exporting.modules import one_script
from oyez.exporting.web_files import LATER, script, web_files

PAGES = ["page.js", "open.js", "embed.js", "dress.js", *LATER]


def test_a_module_stands_once_and_before_those_that_import_it() -> None:
    texts = {
        "a.js": 'import { b as other } from "./b.js";\nimport c from "./c.js";\nother(c);\n',
        "b.js": 'import c from "./c.js";\nconst KEPT = 1;\nexport function b() {}\nexport const B = KEPT;\n',
        "c.js": "export default { KEPT: 2 };\n",
    }
    joined = one_script("a.js", texts.__getitem__)
    assert [line for line in joined.splitlines() if line] == [
        "const $c = (() => {",
        "const $default = { KEPT: 2 };",
        "return { default: $default };",
        "})();",
        "const $b = (() => {",
        "const c = $c.default;",
        "const KEPT = 1;",
        "function b() {}",
        "const B = KEPT;",
        "return { b, B };",
        "})();",
        "const { b: other } = $b;",
        "const c = $c.default;",
        "other(c);",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./b.js";',
        'import "./b.js";',
        "export let changing = 1;",
        "export { b };",
        'export * from "./b.js";',
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="by name"):
        one_script("a.js", {"a.js": text, "b.js": ""}.__getitem__)


def test_a_circle_is_refused() -> None:
    texts = {
        "a.js": 'import { b } from "./b.js";',
        "b.js": 'import { a } from "./a.js";\nexport const b = 1;',
    }
    with pytest.raises(ValueError, match=r"a\.js > b\.js > a\.js"):
        one_script("a.js", texts.__getitem__)


def test_an_entry_keeps_what_it_exports() -> None:
    texts = {
        "a.js": 'import { B } from "./b.js";\nexport class A extends B {}\n',
        "b.js": "export class B {}\n",
    }
    assert "\nexport class A extends B {}\n" in one_script("a.js", texts.__getitem__)


@pytest.mark.parametrize("entry", PAGES)
def test_the_pages_scripts_may_lie_in_a_page(entry: str) -> None:
    assert entry in web_files()
    text = script(entry)
    assert "</script" not in text.lower()
    assert "<!--" not in text
