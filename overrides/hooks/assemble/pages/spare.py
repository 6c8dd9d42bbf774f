"""What a page does without: the spaces at which the lines of templates begin."""

import re

# What is shown as it was typed keeps its spaces, and a script may hold such a text.
INDENT = re.compile(r"(?P<kept><(?P<tag>pre|textarea|script)\b.*?</(?P=tag)>)|\n\s+", re.DOTALL)


def without_indents(html: str) -> str:
    """The same page with every line at the edge, and without empty ones."""
    return INDENT.sub(lambda found: found["kept"] or "\n", html)
