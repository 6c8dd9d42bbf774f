"""What notices about [To write] the body share: dated figures and their sources."""

from calculator.engine import Body

__all__ = ["NEW_BODY"]

NEW_BODY = Body(package=__name__)
