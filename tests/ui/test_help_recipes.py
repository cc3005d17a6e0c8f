"""Help and window never differ: each line and step of each recipe stands in the help, in every language."""

from __future__ import annotations

import re

import pytest

from tray.telephony.recipe import Recipe
from tray.telephony.recipes import RECIPES
from ui.help_page import topics
from ui.language import Language

SPOKEN = (Language.ENGLISH, Language.DUTCH, Language.GERMAN)


def in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.product.value)
def test_what_is_pasted_stands_in_the_help(recipe: Recipe, language: Language) -> None:
    page = in_one_line(topics(language)[recipe.topic])
    assert [line.text for line in recipe.lines if in_one_line(line.text) not in page] == []


@pytest.mark.parametrize("recipe", [each for each in RECIPES if each.topic not in {"baresip", "fritzbox"}])
def test_steps_and_limits_stand_in_the_help(recipe: Recipe) -> None:
    """The two pages that are older tell more than the window does."""
    page = in_one_line(topics(Language.ENGLISH)[recipe.topic])
    assert [text for text in (*recipe.steps, *recipe.limits) if str(text) not in page] == []


@pytest.mark.parametrize("topic", sorted({recipe.topic for recipe in RECIPES}))
def test_no_line_in_the_help_is_of_yesterday(topic: str) -> None:
    """An address or a parameter with a placeholder in it belongs to a recipe."""
    page = topics(Language.ENGLISH)[topic]
    known = {line.text for recipe in RECIPES for line in recipe.lines}
    pasted = [text for text in re.findall(r"`([^`]+)`", page) if "/v1/call/" in text or text.startswith("--event")]
    assert [text for text in pasted if text not in known] == []
