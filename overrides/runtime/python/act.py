# mypy: ignore-errors
# Prunes, with what late.py, key.py, prune.py and trim.py define, and leaves nothing of them.
answer = _watched(answer)
# its buffer was never written to and holds whatever lay there before: 131 kB of the library
sys.stdin = sys.__stdin__ = type(sys)("stdin")
_empty(sys.stdin)
sys.meta_path[:] = [_NoImport]
del warnings
_prune(ENTRY.partition(":")[0].partition(".")[0], _lines("/functions.txt"), _KEPT | _lines("/modules.txt"))
_emptied = {_gone.__code__, *_codes.values()}
_trim_classes()
_trim_modules(_KEPT)
# what living code has learnt of classes and modules holds no more: it learns it anew
for _request in _requests:
    try:
        answer(_request)
    except Pruned:
        _missed.clear()
del _prune, _lines, _late, _load, _Late, _Loader, _Finder, _Module, _ABOUT
del _code, _codes, _gone, _key, _empty, _watched, _NoImport, _KEPT
del (
    _emptied,
    _functions,
    _in_place_of,
    _living,
    _trim_classes,
    _trim_modules,
    _Code,
    _OTHER_WAYS,
    _Trimmed,
    _WRAPPERS,
)
