# SPDX-License-Identifier: EUPL-1.2
"""The templates that lie in the project are those that its script makes."""

from app.domain.drafts import DRAFTS
from app.formats.odt_package import unpack
from installer.build_templates import TARGET, guide, template


def test_each_template_is_what_the_script_makes_from_its_text() -> None:
    for draft in DRAFTS.values():
        made = template(draft)
        assert made == template(draft)
        assert unpack((TARGET / draft.file).read_bytes(), draft.file) == unpack(made, draft.file), (
            "run python -m installer.build_templates"
        )


def test_the_guide_is_what_the_script_makes() -> None:
    assert (TARGET / "LEGGIMI.txt").read_text(encoding="utf-8") == guide()
