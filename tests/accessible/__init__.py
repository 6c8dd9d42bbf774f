"""Whether everyone can use the site: checks of a page in a browser, and the states they look at."""
