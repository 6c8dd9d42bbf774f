"""Notice `new_notice`: [To write] whom it concerns, and under which law."""
