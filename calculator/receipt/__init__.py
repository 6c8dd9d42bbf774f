"""The code of an answer that a reader took along, and whether today's rules give the same answer."""
