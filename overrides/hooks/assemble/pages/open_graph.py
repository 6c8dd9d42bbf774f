"""What chats show of a link: title, sentence and picture, in the names that they look for."""

from urllib.parse import urljoin

from markupsafe import Markup

WORDS = Markup(
    '<meta property="og:title" content="{}"><meta property="og:description" content="{}">'
    '<meta property="og:type" content="website">'
)
PICTURE = Markup(
    '<meta property="og:image" content="{}"><meta name="twitter:card" content="summary_large_image">'
)


def put(html: str, title: str, description: str, preview: Markup) -> str:
    """A page with its title and sentence, and with its picture where there is one."""
    return html.replace("</head>", f"{WORDS.format(title, description)}{preview}\n</head>", 1)


def picture(address: str, site_url: str | None) -> Markup:
    """The picture at an address below the root; nothing where the site's own is not known.

    Nobody who makes a preview follows a relative one.
    """
    return PICTURE.format(urljoin(site_url, address)) if site_url else Markup()
