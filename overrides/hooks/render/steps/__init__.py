"""The way without a script: a notice's tree in words, a page for each state and language."""
