# mypy: ignore-errors
"""Uses the parts of Python that rules are written in, so that the interpreter's functions behind them are kept.

Run while the interpreter is watched (watch-functions.mjs, watch-python.mjs) and on the full runtime. Nothing is compared
here: what matters is that unusual values and every kind of failure run too, for a reader's odd reply must not end in the
slow runtime.
"""

import dataclasses
import datetime
import decimal
import enum
import functools
import gc
import json
import operator
import re
from decimal import Decimal

TEXTS = [
    "",
    "abc",
    "ÀÉî ß",
    "日本語 令吉",
    "😀x",
    "a,b;c",
    "  pad ",
    "12",
    "-7",
    "1.50",
    "1e5",
    "٣",
    "Ⅷ",
    "２０２３-０５-０１",
    "x" * 300,
    "a\u0000b",
    "a\u200bb",
    "\u202e1",
    "\ufeff1",
    "İ",
    "ﬁ",
    "NaN",
    "Infinity",
    "1_000",
    "0x10",
    "2026-02-30",
    "unknown",
    "\r\n\t",
    "中" * 200,
]
DATES = [
    "2026-11-23",
    "1990-W20-4",
    "0001-01-01",
    "9999-12-31",
    "1990-02-30",
    "20230501",
    "2024-02-29",
    "1900-02-29",
    "2023-5-1",
    "2023-05-01T00:00",
    "2026-07",
    "2026-13",
    "0000-00",
]
NUMBERS = [
    "0", "1", "-1", "0.1", "1234.56", "1e7", "-5.005", "99999999999999999999.123", "1e-30", "NaN", "Infinity", "-Infinity",
    "sNaN", "abc", "", " 12 ", "1_000", "٣", "3950.00", "5000.01", "1e999", "1E-999", "-0", "0.005", "1,000",
]  # fmt: skip
DOCUMENTS = [
    "{}", "[]", "null", "true", "false", "0", "-1", "1.5", "-1.5e-7", "1e400", "123456789012345678901234567890", "{", "[", '"', "",
    '{"a":[1,2,{"b":null}],"t":true,"f":-2.25,"n":NaN,"i":-Infinity,"j":Infinity}', "[1,]", '{"a"}', '{"a":}', '"\\x"', '"abc', "tru",
    '  {"k" : [ ] } x', '{"a":1,"a":2}', '"\\ud800"', '"\\u00e9\\n\\t\\""', '"\x01"', "[" * 500, "[" * 500 + "]" * 500, '{"a":' * 50 + "1" + "}" * 50,
    "1" * 5000, '"' + "é" * 3000 + '"', "\ufeff{}", "{'a': 1}", "nul", "-", "01", "1.", ".5", "[1 2]", '{"a" 1}', '{1: 2}',
]  # fmt: skip


def tried(function, *arguments):
    """Call, and look at whatever comes as a program would: result and exception are both used."""
    try:
        result = function(*arguments)
        str(result), repr(result), bool(result)
    except RecursionError:
        pass
    except Exception as error:  # noqa: BLE001
        str(error), repr(error), type(error).__name__, f"{error}", error.args


def each(functions, *lists):
    for function in functions:
        for arguments in zip(*lists, strict=False) if len(lists) > 1 else ((one,) for one in lists[0]):
            tried(function, *arguments)


def pairs(functions, left, right):
    for function in functions:
        for one in left:
            for other in right:
                tried(function, one, other)


def method(name, *arguments):
    return lambda value: getattr(value, name)(*arguments)


def texts():
    simple = [len, hash, list, set, sorted, ascii, int, float, str.encode, Decimal, ord, bytes.fromhex]
    methods = "upper lower title strip rstrip split splitlines isdigit isdecimal isalpha isspace isascii isidentifier casefold swapcase capitalize isnumeric isalnum isprintable istitle isupper islower expandtabs"
    called = [
        method("split", ","), method("rsplit", ",", 1), method("replace", "a", "b"), method("find", "b"), method("rfind", "b"), method("startswith", "a"),
        method("endswith", ("c", "x")), method("encode", "ascii", "replace"), method("encode", "latin-1", "ignore"), method("zfill", 5),
        method("center", 9), method("ljust", 9), method("rjust", 9), method("partition", ","), method("rpartition", ","), method("format", 1), method("count", "a"),
        method("index", "q"), method("translate", {97: "z", 98: None}), method("join", ["1", "2"]), method("removeprefix", "a"), method("removesuffix", "c"),
        method("strip", "ax "), method("encode", "utf-16"), method("isdecimal"), method("format_map", {"a": 1}),
    ]  # fmt: skip
    shaped = [
        lambda t: t[::-1], lambda t: t[1:3], lambda t: t * 3, lambda t: t + "é", lambda t: t + "日", lambda t: t in "abc", lambda t: f"{t!r:>8}", lambda t: f"{t:.3}",
        lambda t: "%s" % t, lambda t: "%r|%5s" % (t, t), lambda t: t[0], lambda t: t[-1:], lambda t: {t: 1}[t], lambda t: json.dumps(t), lambda t: json.dumps(t, ensure_ascii=False),
        lambda t: t.encode().decode(), lambda t: t.encode().decode("ascii"), lambda t: re.fullmatch(r"\d{4}-\d{2}-\d{2}", t), lambda t: re.match(r"[a-z_]+", t),
        lambda t: datetime.date.fromisoformat(t), lambda t: [c.isdigit() for c in t], lambda t: max(t), lambda t: sum(map(ord, t)), lambda t: str.maketrans("a", "b"),
        lambda t: "{x} {0:>4}".format(t, x=t), lambda t: tuple(t), lambda t: frozenset(t), lambda t: enumerate(t), lambda t: dict.fromkeys(t), lambda t: list(zip(t, t)),
    ]  # fmt: skip
    each(simple + [method(name) for name in methods.split()] + called + shaped, TEXTS)
    pairs(
        [
            operator.lt,
            operator.eq,
            operator.add,
            operator.contains,
            str.split,
            str.find,
            operator.mod,
            str.join,
        ],
        TEXTS,
        TEXTS,
    )


def dates():
    fixed = datetime.date(2023, 5, 1)
    day = datetime.timedelta(days=40)
    used = [
        lambda d: d.isoformat(), str, repr, hash, lambda d: d.weekday(), lambda d: d.isoweekday(), lambda d: d.isocalendar(), lambda d: d.toordinal(),
        lambda d: d.replace(year=2000), lambda d: d.replace(day=15), lambda d: d.replace(day=31), lambda d: d.replace(month=d.month % 12 + 1), lambda d: (d - fixed).days,
        lambda d: d + day, lambda d: d - day, lambda d: d < fixed, lambda d: d == fixed, lambda d: sorted([d, fixed]), lambda d: max(d, fixed), lambda d: min(d, fixed),
        lambda d: f"{d}", lambda d: f"{d.day} {d.month} {d.year}", lambda d: d.timetuple(), lambda d: d.ctime(), lambda d: {d: 1}[d], lambda d: d == "x", lambda d: d < 3, lambda d: d in (fixed, None),
        lambda d: datetime.datetime(d.year, d.month, d.day).isoformat(), lambda d: datetime.date.fromordinal(d.toordinal() + 1), lambda d: d.strftime("%Y") if d.year < 0 else d,
    ]  # fmt: skip
    for text in DATES:
        for use in used:
            tried(lambda: use(datetime.date.fromisoformat(text)))
        tried(datetime.datetime.fromisoformat, text)
    for parts in (
        (2026, 13, 1),
        (2026, 2, 29),
        (0, 1, 1),
        (2026, 1, 32),
        ("a", 1, 1),
        (10000, 1, 1),
        (2026, 2, 28),
    ):
        tried(lambda: datetime.date(*parts))
    each([str, repr, hash, abs, bool, lambda t: t.total_seconds(), lambda t: t * 3 // 2, lambda t: divmod(t, datetime.timedelta(7)), lambda t: -t, lambda t: t / 2],
         [datetime.timedelta(3, 5), datetime.timedelta(-1, 5), datetime.timedelta(0), datetime.timedelta(30)])  # fmt: skip


def decimals():
    roundings = [
        decimal.ROUND_HALF_UP,
        decimal.ROUND_DOWN,
        decimal.ROUND_CEILING,
        decimal.ROUND_FLOOR,
        decimal.ROUND_HALF_EVEN,
        decimal.ROUND_UP,
        decimal.ROUND_HALF_DOWN,
        decimal.ROUND_05UP,
    ]
    single = [
        str, repr, int, float, abs, hash, bool, round, operator.neg, operator.pos, lambda d: round(d, 2), lambda d: f"{d:.2f}", lambda d: f"{d:,.2f}", lambda d: f"{d:f}", lambda d: f"{d:,}", lambda d: f"{d}",
        lambda d: f"{d:>12}", lambda d: f"{d:%}", lambda d: f"{d:e}", lambda d: d.normalize(), lambda d: d.as_tuple(), lambda d: d.as_tuple().exponent, lambda d: d.to_integral_value(), lambda d: d.is_nan(), lambda d: d.is_finite(), lambda d: d.is_signed(), lambda d: d.is_infinite(), lambda d: d.is_zero(),
        lambda d: d.as_integer_ratio(), lambda d: d.sqrt(), lambda d: d + 1, lambda d: 1 + d, lambda d: d * 2, lambda d: d == 1, lambda d: d + 1.5, lambda d: d > 0, lambda d: d.adjusted(), lambda d: d.copy_abs(), lambda d: d.scaleb(2), lambda d: d.to_eng_string(),
        lambda d: sum([d, d]), lambda d: {d: 1}[d], lambda d: d.quantize(Decimal("10")), lambda d: d.same_quantum(Decimal("0.01")), lambda d: d == d.to_integral_value(), lambda d: d in (Decimal(1), 2), lambda d: json.dumps(float(d)), lambda d: d % 1, lambda d: d // 1, lambda d: d.copy_sign(Decimal(-1)),
        *[lambda d, how=how: d.quantize(Decimal("0.01"), rounding=how) for how in roundings], *[lambda d, how=how: d.to_integral_value(rounding=how) for how in roundings],
    ]  # fmt: skip
    double = [
        operator.add,
        operator.sub,
        operator.mul,
        operator.truediv,
        operator.floordiv,
        operator.mod,
        operator.lt,
        operator.le,
        operator.eq,
        operator.ne,
        operator.gt,
        max,
        min,
        divmod,
        lambda a, b: a.compare(b),
        lambda a, b: sorted([a, b, Decimal(1)]),
        lambda a, b: a**2,
    ]
    for text in NUMBERS:
        for use in single:
            tried(lambda: use(Decimal(text)))
        for other in ("3", "0", "0.07", "-2.5", "1e10"):
            for use in double:
                tried(lambda: use(Decimal(text), Decimal(other)))
    each([Decimal], [1.1, 5, (0, (1, 2), -1), None, True, -(10**30), "0" * 40 + "1"])


def numbers():
    whole = [0, 1, -1, 7, 255, 10**9, -(10**9), 10**20, -(10**25), 2**63, True]
    double = [
        operator.add,
        operator.sub,
        operator.mul,
        operator.floordiv,
        operator.mod,
        operator.truediv,
        operator.and_,
        operator.or_,
        operator.xor,
        operator.lt,
        operator.le,
        operator.eq,
        operator.ge,
        divmod,
        max,
        min,
    ]
    pairs(double, whole, [1, 3, -2, 10**12, 0, 1.5, Decimal(2)])
    each([str, repr, float, hex, bin, hash, abs, bool, chr, lambda n: f"{n:,}", lambda n: f"{n:>10}", lambda n: f"{n:02d}", lambda n: "%d %s" % (n, n), lambda n: n.bit_length(), lambda n: n << 3, lambda n: n >> 1, lambda n: n**3, lambda n: round(n, -1), lambda n: pow(n, 3, 7), lambda n: n.to_bytes(16), lambda n: range(n)[2:5], lambda n: json.dumps(n), int, lambda n: -n, lambda n: ~n], whole)  # fmt: skip
    broken = [0.0, 1.5, -2.25, 1e300, 1e-300, float("inf"), float("nan"), 3.0, 0.1]
    each([str, repr, int, round, hash, bool, abs, lambda f: round(f, 1), lambda f: f"{f:.2f}", lambda f: f"{f:g}", lambda f: f"{f:,}", lambda f: f + 1, lambda f: f * 2.5, lambda f: f / 3, lambda f: f // 2, lambda f: f % 2, lambda f: f**0.5, lambda f: f < 2, lambda f: -f, lambda f: f.is_integer(), lambda f: divmod(f, 2), json.dumps, lambda f: f.as_integer_ratio()], broken)  # fmt: skip
    each([int, float, lambda t: int(t, 16)], NUMBERS)


def documents():
    def there_and_back(text, **options):
        value = json.loads(text, **options)
        for how in (
            {},
            {"indent": 2, "sort_keys": True},
            {"ensure_ascii": False},
            {"separators": (",", ":")},
            {"default": str},
        ):
            tried(lambda: json.dumps(value, **how))
        hash(str(value))

    for text in DOCUMENTS:
        tried(there_and_back, text)
        tried(lambda: there_and_back(text, parse_float=Decimal))
        tried(lambda: there_and_back(text, parse_constant=str))
        tried(lambda: json.loads(text.encode()))
    each(
        [json.dumps, lambda v: json.dumps(v, ensure_ascii=False)],
        [
            {1: 2, None: 3, True: 4, 1.5: 6},
            {Decimal(1)},
            object(),
            {(1,): 2},
            [Decimal(1)],
            ("a", [1, {"b": None}]),
        ],
    )
    loop = []
    loop.append(loop)
    tried(json.dumps, loop)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Code(enum.StrEnum):
    ONE = "one"
    TWO = "two"


class Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2


@dataclasses.dataclass(frozen=True, order=True, slots=True)
class Point:
    x: int
    name: str = "x"
    more: list = dataclasses.field(default_factory=list, compare=False)


@dataclasses.dataclass
class Holder:
    point: Point
    table: dict = dataclasses.field(default_factory=dict)

    @property
    def shown(self):
        return self.point.name

    @functools.cached_property
    def once(self):
        return self.point.x


def types():
    for use in (
        lambda: Colour("red"), lambda: Colour["BLUE"], lambda: Colour("green"), lambda: Colour["GREEN"], lambda: list(Colour), lambda: repr(Colour.RED), lambda: Colour.RED is Colour.BLUE, lambda: {Colour.RED: 1}[Colour.RED],
        lambda: Code("one"), lambda: Code("three"), lambda: Code.ONE == "one", lambda: f"{Code.ONE}", lambda: json.dumps(Code.ONE), lambda: json.dumps({Code.ONE: Code.TWO}), lambda: "one" in Code, lambda: [c.value for c in Code], lambda: sorted(Code), lambda: Code.ONE in {Code.ONE, Code.TWO}, lambda: Code.ONE.name, lambda: hash(Code.TWO), lambda: frozenset(Code),
        lambda: Size.SMALL < Size.LARGE, lambda: json.dumps(Size.SMALL), lambda: len(Size), lambda: Size.__members__, lambda: str(Size.SMALL), lambda: Code.ONE + "x",
        lambda: Point(1), lambda: repr(Point(1)), lambda: Point(1) == Point(2), lambda: Point(1) < Point(2), lambda: hash(Point(1)), lambda: dataclasses.replace(Point(1), x=3), lambda: dataclasses.asdict(Holder(Point(1), {"k": [Point(2)]})),
        lambda: dataclasses.astuple(Point(1)), lambda: setattr(Point(1), "x", 3), lambda: dataclasses.fields(Point), lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Holder(Point(1)).shown, lambda: Holder(Point(1)).once, lambda: Point(1).nothing, lambda: Holder(Point(1)) == 3,
    ):  # fmt: skip
        tried(use)
    for value in (
        {"k": 1, "l": 2},
        [1, 2, 3],
        Point(1),
        Colour.RED,
        Code.ONE,
        "text",
        5,
        None,
        Decimal(1),
        datetime.date(2023, 5, 1),
        ("a", 1),
        1.5,
    ):
        tried(matched, value)


def matched(value):
    match value:
        case {"k": found, **_rest}:
            return found
        case [first, _second, *_others]:
            return first
        case Point(x=1):
            return 1
        case Colour.RED | None | Code.ONE:
            return 2
        case str() | Decimal() as text if text:
            return text
        case datetime.date(year=2023):
            return 3
        case _:
            return 0


def counted(limit):
    """A generator that returns a value, is closed early and passes exceptions on, as rules do."""
    try:
        for number in range(limit):
            yield number
    finally:
        gc.isenabled()
    return limit


def delegated(limit):
    got = yield from counted(limit)
    yield got


def language():
    for use in (
        lambda: [x for x in counted(9) if x % 2], lambda: {x: y for x, y in zip("abc", counted(3))}, lambda: {x for x in counted(5)}, lambda: sum(counted(9)), lambda: any(x > 3 for x in counted(9)), lambda: all(counted(3)), lambda: list(delegated(4)), lambda: next(counted(0)), lambda: next(counted(0), None), lambda: next(counted(3)),
        lambda: max(counted(9), key=lambda v: -v), lambda: min([], default=1), lambda: max([]), lambda: sorted([3, 1, 2], reverse=True), lambda: sorted([(1, "b"), (1, "a")], key=lambda t: t[1]), lambda: sorted([1, "a"]), lambda: list(map(str, counted(3))), lambda: list(filter(None, counted(3))), lambda: list(enumerate("ab", 1)),
        lambda: dict(a=1) | {"b": 2}, lambda: {1, 2} & {2}, lambda: {1, 2} - {2}, lambda: {1} <= {1, 2}, lambda: {1} | {2}, lambda: {1} ^ {2}, lambda: [1, 2] + [3], lambda: [1] * 3, lambda: [1, 2, 3][-1], lambda: [][0], lambda: {}["x"], lambda: {}.get("x"), lambda: {"a": 1}.pop("b", 0), lambda: {"a": 1}.popitem(), lambda: {"a": 1}.setdefault("b", []), lambda: list({"a": 1}.items()), lambda: {"a": 1}.keys() - {"a"}, lambda: {"a": 1}.keys() & {"a"}, lambda: dict(sorted({"b": 1, "a": 2}.items())),
        lambda: (1, 2) < (1, 3), lambda: (1, 2).index(2), lambda: [1, 2].index(5), lambda: [1, 2, 3].pop(0), lambda: [3, 1].sort(), lambda: [1, 2].insert(0, 3), lambda: [1].extend("ab"), lambda: [1, 2].remove(1), lambda: [1, 1].count(1), lambda: [1, 2].copy(), lambda: list(reversed([1, 2])), lambda: [*"ab", *[1]], lambda: {**{"a": 1}}, lambda: [[1], [2]][1:], lambda: [1, 2, 3][::2], lambda: [1] == [1.0], lambda: [1] < [2], lambda: 2 in [1, 2],
        lambda: isinstance(1, (str, int)), lambda: isinstance(1, str | int), lambda: issubclass(bool, int), lambda: getattr(1, "nothing", None), lambda: (1).nothing, lambda: undefined, lambda: 1 + "a", lambda: "a" + 1, lambda: len(5), lambda: (lambda n: n())(None), lambda: iter(5), lambda: hash([]), lambda: int("x"), lambda: callable(len), lambda: id(1), lambda: type("T", (), {})(), lambda: int.__name__, lambda: vars(Holder(Point(1))), lambda: dir(1) and None,
        lambda: (lambda *a, **k: (a, k))(*[1], **{"b": 2}), lambda: (lambda a, /, b, *, c=1: a)(1, b=2), lambda: (lambda a: a)(), lambda: (lambda a: a)(1, 2), lambda: (lambda a: a)(b=1), lambda: functools.reduce(operator.add, [1, 2, 3]), lambda: functools.partial(max, 1)(2), lambda: bytes(3), lambda: b"a" + b"b", lambda: str(b"x", "utf8"), lambda: bytes([255]).decode(), lambda: slice(1, 2), lambda: frozenset([1]) | {2},
        lambda: operator.itemgetter("a")({"a": 1}), lambda: operator.attrgetter("x")(Point(1)), lambda: list(zip([1], [1, 2], strict=True)), lambda: "a" if [] else "b", lambda: 1 < 2 < 3, lambda: not [], lambda: [] or {} or 0, lambda: (a := 5) + a, lambda: cached(3) + cached(3), lambda: cached.cache_info(), lambda: exceptions(), lambda: unwound(), lambda: nested(200), lambda: nested(10**6),
    ):  # fmt: skip
        tried(use)


@functools.cache
def cached(number):
    return number * 2


def nested(depth):
    return 0 if depth == 0 else 1 + nested(depth - 1)


def exceptions():
    """Raised, chained, passed through `finally` and `with`, grouped, and looked at."""
    try:
        try:
            raise ValueError("a")
        except ValueError as error:
            raise KeyError("b") from error
        finally:
            gc.isenabled()
    except (KeyError, TypeError) as error:
        seen = (
            repr(error),
            error.__cause__,
            error.__context__,
            error.__traceback__.tb_lineno,
            error.with_traceback(None),
            error.add_note("n"),
        )
    with decimal.localcontext() as context:
        context.prec = 6
        seen += (Decimal(1) / 3,)
    try:
        with open("/nothing"):
            pass
    except OSError as error:
        seen += (str(error),)
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as group:
        seen += (group.exceptions,)
    except* KeyError:
        pass
    return seen


def unwound():
    """An exception leaves a generator through several frames."""
    walker = delegated(5)
    next(walker)
    tried(walker.throw, ValueError("in"))
    walker = delegated(5)
    next(walker)
    walker.close()
    return walker


class Knot:
    """Refers to itself, so that only the cycle collector can free it."""

    def __init__(self):
        self.own = self
        self.others = [self]


def memory():
    for _ in range(20000):
        Knot()
    gc.collect()
    large = [
        {"a": number, "b": str(number), "c": [number] * 5, "d": Decimal(number)} for number in range(20000)
    ]
    json.loads(json.dumps(large, default=str))
    del large
    gc.collect()
    grown()


def grown():
    """Containers from small to large and back, as they are filled from a long file."""
    table, chosen, row, text = {}, set(), [], ""
    for number in range(70000):
        table[number, "x"] = row.append(str(number)) or number
        chosen.add(str(number % 5000))
        if number % 100 == 0:
            text += "é" if number % 3 else "x"
    row.sort()
    row.sort(key=len, reverse=True)
    row.sort(key=int)
    sorted(table, key=lambda key: (key[0] % 7, -key[0]))
    merged = table | {1: 2}
    for number in range(0, 70000, 2):
        del table[number, "x"]
    chosen -= {str(number) for number in range(0, 5000, 3)}
    row[100:60000] = []
    table.update(merged)
    dict(zip(map(str, range(9000)), range(9000), strict=True)).clear()
    joined, counted = ",".join(row), {}
    for each in joined:
        counted[each] = counted.get(each, 0) + 1
    json.loads(json.dumps([{text[:9]: row, "日": row[::3]}] * 9))
    big = 1
    for number in range(2, 900):
        big *= number
    tried(lambda: str(big)[:9])
    for number in (3, 10**40, 1 << 2000):
        (
            divmod(big, number),
            big // number,
            big % number,
            big + number,
            big - number,
            big * number,
            big > number,
        )
    "".join(map(str, range(3000))).translate({48: None}).replace("1", "日本").split("2")


# python/watch.py notes what runs from here on
globals().get("defined", bool)()
for part in (texts, dates, decimals, numbers, documents, types, language, memory):
    part()
