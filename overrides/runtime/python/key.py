# mypy: ignore-errors
# What a Python function is called when the image is made and when functions are watched: the same in both.


def _key(function):
    code = function.__code__
    return f"{function.__module__} {function.__qualname__} {code.co_filename} {code.co_firstlineno} {code.co_qualname}"
