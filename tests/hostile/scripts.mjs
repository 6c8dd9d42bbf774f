// What holds of whatever stands behind the # of a link, and of whatever file is given as a payroll. Looked for by
// fast-check with the same draws in every run: node tests/hostile/scripts.mjs RUNS SEED
// Prints how many runs each property had; ends with an error that names the smallest input that breaks one.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { read, write } from "../../overrides/calculator/along/link/fragment.js";
import { open } from "../../overrides/payroll/read/open.js";

const [runs = 200, seed = 1] = process.argv.slice(2).map(Number);
const FILES = new URL("../payroll/files/", import.meta.url);
const WORKBOOKS = ["gnumeric.xlsx", "libreoffice.xlsx", "openpyxl.xlsx", "xlsxwriter.xlsx", "password.xlsx"];
const ID = /^[a-z][a-z0-9_]*$/;
/** Controls and marks of direction, and what stands for broken bytes. */
const NOT_TYPED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/u;

/** @param {unknown} held @param {string} said */
const assert = (held, said) => {
  if (!held) throw new Error(said);
};

const signs = fc.constantFrom(
  ...`#&=%?v12was_.+;<>"'/ \0`,
  "v=2",
  "&was=",
  "%E5",
  "%00",
  "__proto__",
  "令吉",
  "\u202e",
  "\ud800",
);
const fragment = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(signs, { maxLength: 60 }).map((parts) => parts.join("")),
  fc
    .array(fc.tuple(fc.string(), fc.string({ unit: "binary" })))
    .map((pairs) => `#v=2&was=a.0000&${new URLSearchParams(pairs)}`),
);

/** Nothing gets into a form that nobody could have typed there. */
const links = fc.property(fragment, (given) => {
  const { replies, known, whole, was } = read(given);
  const all = Object.entries(replies);
  assert(all.length <= 40 && (known || all.length === 0), "more than a form has");
  assert(typeof whole === "boolean" && typeof was === "string", "not of the form");
  assert(Object.getPrototypeOf(replies) === Object.prototype, "another kind of object");
  for (const [id, reply] of all)
    assert(ID.test(id) && reply && reply.length <= 100 && !NOT_TYPED.test(reply), `${id}: ${reply}`);
});

const typed = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((text) => !NOT_TYPED.test(text));
const replies = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), typed, {
  maxKeys: 20,
  noNullPrototype: true,
});

/** What is written comes back. */
const back = fc.property(replies, (given) => {
  const found = read(`#${write(given, "registered_late.3fa9")}`);
  assert(found.whole && JSON.stringify(found.replies) === JSON.stringify(given), JSON.stringify(found));
});

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "RM3,250.00",
    "2023-03",
    "=1+1",
    '"',
    '""',
    "\n",
    "\r",
    "\0",
    "月份",
    "Wages",
    "45000",
    "\ufeff",
    "sep=;",
  ),
);
const table = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
    fc.constantFrom(",", ";", "\t", "|", '","'),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .map(([rows, separator, end]) => rows.map((row) => row.join(separator)).join(end));

/** A workbook of some program in which bytes are changed, put in or left out. */
const spoilt = fc
  .tuple(
    fc.constantFrom(...WORKBOOKS.map((name) => new Uint8Array(readFileSync(new URL(name, FILES))))),
    fc.array(fc.tuple(fc.nat({ max: 100_000 }), fc.uint8Array({ maxLength: 4 }), fc.nat({ max: 4 })), {
      maxLength: 4,
    }),
    fc.option(fc.nat({ max: 100_000 })),
  )
  .map(([bytes, changes, end]) => {
    let made = [...bytes];
    for (const [at, put, gone] of changes) made.splice(at % made.length, gone, ...put);
    if (end !== null) made = made.slice(0, end % made.length);
    return new Uint8Array(made);
  });

const names = { columns: { month: ["Month", "月份"], wages: ["Wages", "薪金"] }, beside: [] };
const options = fc.record(
  {
    encoding: fc.constantFrom("utf-8", "gb18030", "windows-1252", "utf-16le", "utf-16be"),
    separator: fc.constantFrom(",", ";", "\t", "|"),
    header: fc.boolean(),
    sheet: fc.constantFrom("Sheet1", "", "__proto__"),
  },
  { requiredKeys: [] },
);

/** Rows of texts, all as wide as the first says, or a code of the reader's own. @param {Blob | string} given @param {object} chosen */
async function isRead(given, chosen) {
  try {
    const { rows, header, problems } = await open(given, { ...chosen, names });
    for await (const piece of rows)
      for (const { number, cells } of piece) {
        assert(Number.isInteger(number) && number > 0, `row ${number}`);
        assert(
          cells.length >= header.length && cells.every((text) => typeof text === "string"),
          `cells ${cells}`,
        );
      }
    assert(
      problems.every(({ code }) => ID.test(code)),
      "a problem without a code",
    );
  } catch (error) {
    const { name, code } = /** @type {{ name?: string, code?: string }} */ (error);
    if (name !== "ReadError" || !code) throw error;
  }
}

const pasted = fc.asyncProperty(table, options, isRead);
const bytes = fc.asyncProperty(
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    table.map((text) => new TextEncoder().encode(text)),
  ),
  options,
  (given, chosen) => isRead(new Blob([new Uint8Array(given)]), chosen),
);
const workbooks = fc.asyncProperty(spoilt, options, (given, chosen) => isRead(new Blob([given]), chosen));

/** Of the slow ones fewer. @type {[string, fc.IRawProperty<any, boolean>, number][]} */
const PROPERTIES = [
  ["link", links, runs],
  ["link and back", back, runs],
  ["pasted text", pasted, runs],
  ["bytes", bytes, runs],
  ["workbook", workbooks, Math.ceil(runs / 10)],
];

for (const [name, property, numRuns] of PROPERTIES) {
  const found = await fc.check(property, { numRuns, seed });
  if (found.failed) throw new Error(`${name}: ${fc.defaultReportMessage(found)}`);
  console.log(`${name}: ${found.numRuns} runs`);
}
