"""Words of another language than their page have their `lang`; nothing else of the page changes."""

import pytest

from overrides.hooks.assemble.pages.languages import marked


@pytest.mark.parametrize(
    ("lang", "html", "expected"),
    [
        ("zh", "<p>需要JavaScript。</p>", '<p>需要<span lang="en">JavaScript</span>。</p>'),
        ("zh", "<li>填写Borang 1表格</li>", '<li>填写<span lang="ms">Borang 1</span>表格</li>'),
        ("zh", "<b>OPS KESAN PERKESO 2023</b>", '<b><span lang="ms">OPS KESAN PERKESO 2023</span></b>'),
        ("en", "<p>Send Borang 1A now.</p>", '<p>Send <span lang="ms">Borang 1A</span> now.</p>'),
        ("en", "<td>法令 (Act)</td>", '<td><span lang="zh-Hans">法令</span> (Act)</td>'),
        ("zh", "<p>Employees&#39; Act与法令</p>", '<p><span lang="en">Employees&#39; Act</span>与法令</p>'),
    ],
)
def test_words_of_another_language_are_marked(lang: str, html: str, expected: str) -> None:
    assert marked(html, lang) == expected
    assert marked(expected, lang) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>社险机构（PERKESO）、RM3,000、FCLB</p>",
        '<a href="../" hreflang="en" lang="en">English</a>',
        '<div lang="en"><p>All of it</p><br>is <b>English</b></div>',
        "<p>在{register_by}之前</p>",
        "<p>www.perkeso.gov.my</p><a>sources.json</a>",
        "<code>python -m calculator</code><script>let words</script><head><title>Title</title></head>",
        "<svg><text>Wages</text></svg><textarea>Some text</textarea><!-- a comment -->",
    ],
)
def test_what_tells_of_no_language_stays(html: str) -> None:
    assert marked(html, "zh") == html


def test_a_title_has_the_language_of_its_element() -> None:
    link = '<a class="cite" title="Employers urged to register">据星报报道</a>'
    ours = '<span lang="zh-Hans">据星报报道</span>'
    assert marked(link, "zh") == f'{link.split(">", maxsplit=1)[0]} lang="en">{ours}</a>'
    mixed = link.replace("据星报", "据The Star")
    assert '<span lang="zh-Hans">据<span lang="en">The Star</span>报道</span>' in marked(mixed, "zh")
    name = '<a class="cite" title="Report of 2016">Landco</a>'
    assert marked(name, "zh") == '<a class="cite" title="Report of 2016" lang="en">Landco</a>'


def test_after_an_element_in_another_language_the_page_goes_on() -> None:
    html = '<p><span lang="en">Act</span>和Bill</p>'
    assert marked(html, "zh") == '<p><span lang="en">Act</span>和<span lang="en">Bill</span></p>'
