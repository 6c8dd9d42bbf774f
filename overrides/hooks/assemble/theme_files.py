"""Which files that a theme brings are no part of the site."""

from fnmatch import fnmatch

# Material's search, with a stemmer for every language it knows; ours is in overrides/search/.
SEARCH = ("assets/javascripts/lunr/*", "assets/javascripts/workers/*")

# Its palette has every colour of Material; ours are in assets/stylesheets/tokens.css.
PALETTE = "assets/stylesheets/palette.*"

# Its icon is larger than ours (overrides/theme/assets/images/favicon.svg).
ICON = "assets/images/favicon.png"

# Pages that finishing writes, so that no generator need.
MADE_BY_US = {"404.html", "sitemap.xml"}


def not_served(path: str) -> bool:
    """Whether a file of the theme is left out, by its path in the site."""
    # static-i18n brings the template of the site map, which is copied as it is when it is not rendered
    if path in MADE_BY_US or path.endswith(".map"):
        return True
    return path == ICON or any(fnmatch(path, left_out) for left_out in (PALETTE, *SEARCH))
