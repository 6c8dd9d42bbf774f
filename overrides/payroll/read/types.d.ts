export type Encoding = "utf-8" | "gb18030" | "windows-1252" | "utf-16le" | "utf-16be";
export type Separator = "," | ";" | "\t" | "|";
export type Kind = "csv" | "xlsx";

/** The usual names of each column, by its id (docs/arrears/columns.toml), and what may stand beside one. */
export interface Names {
  columns: Record<string, string[]>;
  beside: string[];
  /** The workers of the files to fill in, language by language. */
  examples?: string[][];
}

/** What the reader has chosen; what is missing is guessed. */
export interface Chosen {
  encoding?: Encoding | undefined;
  separator?: Separator | undefined;
  sheet?: string | undefined;
  /** Whether a row with the names of the columns stands above the others. */
  header?: boolean | undefined;
}

export interface Options extends Chosen {
  names: Names;
}

/** `number` is that of the file as a spreadsheet counts, from one. */
export interface Row {
  number: number;
  cells: string[];
  /** Why this row must be refused, whatever its cells say: `longer_row`. */
  refused?: string;
}

/** What is said of a file that is read all the same. */
export interface Problem {
  code: string;
  count: number;
  /** The first of them; `column` counts from one, null where the row as a whole is meant. */
  places: { row: number; column: number | null }[];
  figures: Record<string, string | number>;
}

/** How a file was read; its rows come after it. */
export interface Description {
  kind: Kind;
  /** Null for a workbook and for a pasted text. */
  encoding: { used: Encoding; guessed: Encoding; sure: boolean; others: Encoding[] } | null;
  /** Null for a workbook. */
  separator: { used: Separator; guessed: Separator; others: Separator[] } | null;
  /** Those that are not hidden, in their order. */
  sheets: string[];
  sheet: string;
  /** How the workbook counts days; null where nothing says it. */
  epoch: 1900 | 1904 | null;
  /** Empty where there is no such row. */
  header: string[];
  /** The first rows below it. */
  sample: string[][];
  /** More come while the rows are read. */
  problems: Problem[];
}

export interface Reading extends Description {
  /** Pieces of a few hundred, without the empty ones; to be read once. */
  rows: AsyncIterable<Row[]>;
}

/** A table on its way to the rest: what it is, and rows as they stand, empty ones too. */
export interface Table
  extends Pick<Description, "kind" | "encoding" | "separator" | "sheets" | "sheet" | "epoch"> {
  /** Whether a short row lacks cells, and is not only empty at its end. */
  ragged: boolean;
  rows: AsyncIterable<Row[]>;
}

/** `guess` by id; `several` are ids for which two columns could be meant; `unknown` the places of all others. */
export interface Columns {
  guess: Record<string, number>;
  several: Record<string, number[]>;
  unknown: number[];
}

/** How the cells of a column are written into a workbook; what is none of that kind stays a text. */
export type Kept = "text" | "number" | "money" | "day" | "month";

export interface WrittenSheet {
  name: string;
  /** The first row holds the names of the columns. */
  rows: string[][];
  /** Texts where nothing is said. */
  columns?: Kept[];
}
