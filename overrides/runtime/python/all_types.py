# mypy: ignore-errors
# Where in memory each type is described (for collector.mjs). Nothing here runs a function that may be emptied.
_types = {id(object): object}
_later = [object]
while _later:
    for _one in type.__subclasses__(_later.pop()):
        if id(_one) not in _types:
            _types[id(_one)] = _one
            _later.append(_one)
with open("/types.txt", "wb") as _file:
    _file.write("\n".join(map(str, _types)).encode())
