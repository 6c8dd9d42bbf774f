"""Asking a reader: facts by need, the replies to them, and the notice whose rules need them."""
