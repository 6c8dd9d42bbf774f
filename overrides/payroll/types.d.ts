import type { Figure, RefusedCell, Row as RowAnswer } from "../assets/javascripts/protocol.d.ts";
import type { Description } from "./read/types.d.ts";

/** Rows on their way to the rules: `columns` are ids, in the order of the cells. */
export interface Payroll {
  columns: string[];
  /** The names of columns of the file that are not read, which stand in the result all the same. */
  others?: string[];
  rows: Row[];
  /** The day of payment of rows without one, as it was typed. */
  paidOn: string;
  /** How a bare serial number in a column of days counts; null where the file does not say. */
  epoch: 1900 | 1904 | null;
  /** That of its file, where it is one. */
  name?: string;
}

/** `number` is that of the file, counted from one, so that the reader finds it there. */
export interface Row {
  number: number;
  cells: string[];
  /** What stands in those that are not read. */
  others?: string[] | undefined;
  /** Why it is refused whatever its cells say: it is not known which cell stands in which column. */
  refused?: string | undefined;
}

export type RowStatus = "answered" | "cannot_be_decided" | "refused";

export interface AnsweredRow extends Row, Omit<RowAnswer, "status"> {
  status: RowStatus;
  /** What could not be read of it; none where it was not refused. */
  refusals: Refused[];
}

/** A cell that could not be read, with the number of its row in the file; no column where it is the row as a whole. */
export interface Refused extends Omit<RefusedCell, "row"> {
  number: number;
}

/** Asks the rules; what comes back is of the request's kind. */
export type Ask = (request: object) => Promise<{ status: string }>;

/** Whether the workers were registered in the months that are worked out; empty where the reader did not say. */
export type Registered = "yes" | "no" | "unknown" | "";

type Sentences<Key extends string> = Record<Key, string>;

/** The words of docs/arrears/payroll.<lang>.toml that the script needs, and some of docs/interface. */
export interface Words
  extends Sentences<
    | "working"
    | "reading"
    | "announce"
    | "told"
    | "rules"
    | "law_day"
    | "law_as_at"
    | "loading_size"
    | "disclaimer"
  > {
  file: Record<string, string> & {
    separators: Record<string, string>;
    encodings: Record<string, string>;
    epochs: Record<string, string>;
    errors: Record<string, string>;
    problems: Record<string, string>;
  };
  columns: Record<string, string>;
  status: Record<RowStatus, string>;
  result: Record<string, string>;
  chart: Record<string, string>;
  table: Record<string, string>;
  refused: Record<string, string>;
  /** By code why a row has its result, and what to do (docs/arrears/reasons.<lang>.toml). */
  reasons: Record<string, string>;
  to_do: Record<string, string>;
  /** What to mend in a cell that was refused, by code. */
  codes: Record<string, string>;
  sheets: Record<string, string>;
  workers: Record<string, string>;
  /** By question its replies in words. */
  choices: Record<string, Record<string, string>>;
  /** Their codes by their words, in both languages. */
  replies: Record<string, Record<string, string>>;
  labels: Record<"paid_on" | "registered", string>;
  /** Names of programmes, and of those to whom they offered something. */
  programmes: Record<string, string>;
  /** Their ids, the earliest first. */
  programmes_in_time: string[];
  audiences: Record<string, string>;
  /** Labels and addresses. */
  sources: string[][];
}

/** What a file or a pasted text was read as, with all of its rows. */
export interface Grid extends Description {
  rows: Row[];
}

export type { Figure };
