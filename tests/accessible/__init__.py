"""What everyone must be able to use: checks of a page in a browser, the states they look at, and what walks both."""
