"""The files of the law. Their keys and words are those of their readers; here stands what each must be."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from calculator.engine import Body
from calculator.engine.figures import UNITS
from calculator.engine.law.reading.file import NOTES
from calculator.engine.law.reading.parameters import EXAMPLES, PARAMETER_KEYS, SWITCH, VALUE_KEYS
from calculator.engine.law.reading.row import BOUNDS, CONFIDENCES
from calculator.engine.law.reading.sources import SOURCE_KEYS
from calculator.engine.law.reading.table_files import END_KEYS, TABLE_KEYS
from calculator.engine.law.sources import KINDS
from calculator.law.perkeso import PROGRAMMES, WAGE_ITEMS
from calculator.law.perkeso import programmes as of_programmes
from calculator.law.perkeso.wage_items import COUNTS_KEYS, ITEM_KEYS
from tests.tools.schemas.shapes import DAY, NEVER, TEXT, Schema, known, list_of, one_of, table, tables

# What an amount is in TOML, by the type that its unit has.
AMOUNTS: Mapping[type, Schema] = {
    Decimal: {"type": "number", "minimum": 0},
    int: {"type": "integer", "minimum": 0},
    str: TEXT,
    date: DAY,
}
GAP = ({"required": ["repealed"]}, {"required": ["unknown"]})
DATED = ("from", "source", "confidence")


def cited(body: Body, sources: Iterable[str]) -> dict[str, Schema]:
    """The keys that any row may have: its day, and what it rests on."""
    source = known(sources)
    return {
        "from": DAY,
        "source": {"anyOf": [source, list_of(source, 1)]},
        "confidence": one_of(CONFIDENCES),
        "note": one_of((*NOTES, *body.notes)),
        "bound": one_of(BOUNDS),
        "repealed": one_of([True]),
        "unknown": one_of([True]),
    }


def parameters(body: Body, sources: Iterable[str]) -> Schema:
    """parameters.toml: the day of the last check, and a table for each figure."""
    units = {name: unit.amount for name, unit in {**UNITS, **body.units}.items() if unit.amount in EXAMPLES}
    value = {**cited(body, sources), "value": {}}
    fields = {
        "unit": one_of((*units, SWITCH)),
        "bound": value["bound"],
        "values": list_of(table({key: value[key] for key in VALUE_KEYS}, DATED), 1),
    }
    kinds = [(AMOUNTS[kind], [name for name in units if units[name] is kind]) for kind in AMOUNTS]
    said = [_in(names, {"value": amount}, {"required": ["value"]}, *GAP) for amount, names in kinds if names]
    said.append(_in([SWITCH], {"value": NEVER}, {"not": {"anyOf": list(GAP)}}, *GAP))
    entry = table({key: fields[key] for key in PARAMETER_KEYS}, ("unit", "values"), allOf=said)
    return {**tables(entry), "properties": {"law_as_at": DAY}, "required": ["law_as_at"]}


def _in(units: list[str], properties: dict[str, Schema], *one: Schema) -> Schema:
    """What a row must be where the unit of its figure is one of these."""
    items = {"properties": properties, "oneOf": list(one)}
    meant = {"properties": {"unit": one_of(units)}, "required": ["unit"]}
    return {"if": meant, "then": {"properties": {"values": {"items": items}}}}


def sources() -> Schema:
    """sources.toml: a table for each document."""
    fields = {
        "document": TEXT,
        "place": TEXT,
        "publisher": TEXT,
        "date": DAY,
        "url": {"type": "string", "pattern": "^https://"},
        "kind": one_of(KINDS),
        "confidence": one_of(CONFIDENCES),
    }
    may = ("place", "date")
    return tables(
        table({key: fields[key] for key in SOURCE_KEYS}, [key for key in SOURCE_KEYS if key not in may])
    )


def contribution_tables(body: Body, sources: Iterable[str], parameters: Iterable[str]) -> Schema:
    """tables.toml: which CSV file has a table, and which figures it must change with."""
    row = cited(body, sources)
    end = table({key: row[key] for key in END_KEYS}, DATED, oneOf=list(GAP))
    fields = {
        "file": {"type": "string", "pattern": r"\.csv$"},
        "amounts": list_of(TEXT),
        "ceiling": known(parameters),
        "changes_with": list_of(known(parameters)),
        "ends": list_of(end),
    }
    return tables(table({key: fields[key] for key in TABLE_KEYS}, ("file", "amounts")))


def programmes(body: Body, sources: Iterable[str]) -> Schema:
    """programmes.toml: announced periods, and what was offered in each."""
    row, of = cited(body, sources), of_programmes
    rate = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": of.WHOLE}
    fields = {
        **row,
        **dict.fromkeys(("first_day", "last_day", "announced_last_day"), DAY),
        "disputed_days": {"anyOf": [DAY, list_of(DAY)]},
        "audiences": list_of(one_of(of.AUDIENCES)),
        "condition": one_of(of.CONDITIONS),
        "of": one_of(of.SUBJECTS),
        "audience": one_of(of.AUDIENCES),
        "relief": one_of(of.RELIEFS),
        "rate": rate,
        "years": {**list_of({"type": "integer"}, 2), "maxItems": 2},
        "reports": one_of(of.REPORTS),
        "excluded": list_of(one_of(of.EXCLUDED)),
    }
    waived, reduced = of.RELIEFS
    offer = table(
        {key: fields[key] for key in of.OFFER_KEYS},
        ("of", "audience", "relief", "reports", "source", "confidence"),
        oneOf=[
            {"properties": {"relief": one_of([waived]), "rate": NEVER}},
            {"properties": {"relief": one_of([reduced])}, "required": ["rate"]},
        ],
        anyOf=[{"properties": {"of": one_of([of.INTEREST])}}, {"properties": {"years": NEVER}}],
    )
    fields["offers"] = list_of(offer)
    wanted = ("first_day", "last_day", "audiences", "condition", "source", "confidence")
    return tables(table({key: fields[key] for key in of.PROGRAMME_KEYS}, wanted))


def wage_items(body: Body, sources: Iterable[str]) -> Schema:
    """wage_items.toml: what counts as wages, from which day."""
    row = {**cited(body, sources), "counts": {"type": "boolean"}}
    values = list_of(table({key: row[key] for key in COUNTS_KEYS}, (*DATED, "counts")), 1)
    return tables(table({key: {"values": values}[key] for key in ITEM_KEYS}, ITEM_KEYS))


# The files that one body of law alone has.
OWN = {PROGRAMMES: programmes, WAGE_ITEMS: wage_items}
