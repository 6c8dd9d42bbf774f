"""What notices tell search engines: JSON-LD that parses, whole, and with nothing that is not sure."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from overrides.hooks.assemble.found import structured
from overrides.hooks.read.files import LANGUAGES, TAGS
from overrides.hooks.render.found.structured import article
from tests.drawn import site
from tests.tiny_notice import with_front_matter

ELEMENT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
PAGE = "<html><head></head><body></body></html>"


def told(notice: str, lang: str, site_url: str | None = None, **meta: object) -> dict[str, object]:
    """What the page of a notice has in its head, read again."""
    made = replace(site(), consultancy={"name": "A </script> & B", "website": "https://example.org"})
    name = f"{notice}/index"
    made = with_front_matter(made, name, **meta)
    html = structured.put(PAGE, article(made.place(name, lang)), f"{notice}/", "a.png", site_url)
    (text,) = ELEMENT.findall(html)
    found: dict[str, object] = json.loads(text)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("notice", site().notices)
def test_it_is_an_article_about_acts(notice: str, lang: str) -> None:
    found = told(notice, lang, "https://example.com/law/")
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Article")
    assert found["inLanguage"] == TAGS[lang]
    assert found["url"] == f"https://example.com/law/{notice}/"
    assert found["image"] == "https://example.com/law/a.png"
    assert date.fromisoformat(str(found["datePublished"])) <= date.fromisoformat(str(found["dateModified"]))
    assert found["author"] == {
        "@type": "Organization",
        "name": "A </script> & B",
        "url": "https://example.org",
    }
    assert found["headline"]
    assert found["description"]
    about = found["about"]
    assert isinstance(about, list)
    assert [act["@type"] for act in about] == ["Legislation", "Legislation"]
    assert all(act["legislationJurisdiction"] == "MY" and act["name"] for act in about)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [(["act800"], "2018-01-01/.."), (["act4"], None), (["act789"], None)],
    ids=["a day that is sure", "the earliest day seen", "reports differ"],
)
def test_since_when_an_act_holds_is_told_where_it_is_sure(acts: list[str], expected: str | None) -> None:
    about = told("amnesty", "en", acts=acts)["about"]
    assert isinstance(about, list)
    assert about[0].get("temporalCoverage") == expected


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ({}, "../2023-06-30"),
        ({"begins": '{{ programme("amnesty_2024", "first_day") }}'}, "2024-"),
        ({"ends": ""}, "None"),
    ],
)
def test_the_days_of_a_notice_are_what_it_covers(meta: dict[str, str], expected: str) -> None:
    assert str(told("amnesty", "en", **meta).get("temporalCoverage")).startswith(expected)


def test_without_an_address_of_the_site_it_names_none() -> None:
    assert not {"url", "image"} & told("amnesty", "en").keys()


def test_a_page_of_no_notice_tells_nothing() -> None:
    assert structured.put(PAGE, None, "disclaimer/", "a.png", None) == PAGE
