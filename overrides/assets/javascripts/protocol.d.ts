// `python -m overrides.hooks.assemble.protocol` makes this from calculator/engine/protocol.py.

/**
 * Facts by question id: days are YYYY-MM-DD, months YYYY-MM, amounts ringgit, or "unknown".
 * What people type is read as well, and what was understood is said back. `lang` is en or zh. Of several
 * choices at once the ids stand in a list, or in one text with commas.
 */
export interface Request {
  notice: string;
  lang: string;
  facts: Record<string, Reply>;
  explain?: boolean;
}

export type Response = QuestionResponse | InvalidResponse | DecisionResponse | FailedResponse;

export type RowsRequest = PayrollRequest | InterestRequest;

export type RowsResponse = PayrollResponse | InterestResponse | InvalidResponse | FailedResponse;

export type Reply = string | number | boolean | string[];

/** The rules need one more fact; `read` says what was understood of those given, by question id. */
export interface QuestionResponse {
  status: "question";
  question: string;
  asked: string[];
  read: Record<string, Reading>;
}

/** The request, or some of its facts, cannot be used; `read` only where the request as a whole can. */
export interface InvalidResponse {
  status: "invalid";
  errors: Mistake[];
  read?: Record<string, Reading>;
}

/** The rules have decided; `steps` and `changes` only where `explain` was asked for. */
export interface DecisionResponse {
  status: "decision";
  outcome: string;
  asked: string[];
  findings: Finding[];
  law_as_at: string;
  read: Record<string, Reading>;
  steps?: Step[];
  changes?: Change[];
}

/** A fault of the rules. */
export interface FailedResponse {
  status: "failed";
  error: string;
}

/** The rows of a payroll, or some of them. */
export interface PayrollRequest {
  notice: string;
  lang: string;
  payroll: Payroll;
}

/** How much interest may be at most, once all rows of each month are added up. */
export interface InterestRequest {
  notice: string;
  lang: string;
  interest: MonthUnpaid[];
}

/** One result for each row, in their order, and what they add up to. */
export interface PayrollResponse {
  status: "payroll";
  rows: Row[];
  refused: RefusedCell[];
  totals: PayrollTotals;
  law_as_at: string;
}

/** The same by month, and in all; a month without a known due day has none and is left out. */
export interface InterestResponse {
  status: "interest";
  months: Record<string, MonthAtMost>;
  interest_up_to: string;
  interest_up_to_without_act800: string;
}

/**
 * What was understood of a given day, month, year, number or amount, as a figure.
 * `whole` is false where it may be the beginning of another: 10/1/20 of 10/1/2022.
 */
export interface Reading {
  value: string;
  text: string;
  whole: boolean;
}

/**
 * What is wrong; `question` is null where the request as a whole is, which only a program can cause.
 * With the code `ambiguous` there are `readings`, one of which is meant.
 */
export interface Mistake {
  question: string | null;
  code: string;
  readings?: Figure[];
}

/** One statement of a decision: the code of its sentence, the figures in it, the sources it rests on. */
export interface Finding {
  code: string;
  figures: Record<string, Figure>;
  sources: string[];
}

/** Which facts and dated values led to a finding. */
export interface Step {
  finding: string;
  facts: string[];
  parameters: Parameter[];
  bands: Band[];
}

/**
 * One fact, other replies to it, and the outcome they lead to.
 * Replies are `values`, or `from` and `to`: ends are included, null is open. Where the outcome is the same,
 * `findings` says what else is different.
 */
export interface Change {
  fact: string;
  values?: string[];
  from?: Figure | null;
  to?: Figure | null;
  outcome: string;
  findings: Finding[];
}

/**
 * Rows of cells as texts; `columns` has the id of each cell's column, `month` and `wages` among them.
 * `paid_on` is the day of payment for rows without one. `epoch`, 1900 or 1904, says from which year a bare
 * number counts days; without it such a number is refused. `seen` are workers and months of earlier rows that
 * were not refused, as pairs of the cells in which they stood: a row for one of them is refused. A month that
 * cannot be read stood nowhere.
 */
export interface Payroll {
  columns: string[];
  rows: string[][];
  paid_on?: string;
  epoch?: number;
  seen?: string[][];
}

/** A month of the totals: what was owed by day of payment, and the sum of the estimates of its rows. */
export interface MonthUnpaid {
  month: string;
  unpaid: Record<string, Unpaid>;
  interest_estimate: string;
  interest_without_act800: string;
}

/** The rows of this request added up; `reasons` counts rows by each code of their reason. */
export interface PayrollTotals {
  rows: RowCounts;
  months: Record<string, MonthTotals>;
  reasons: Record<string, number>;
  programmes: Record<string, ProgrammeTotals>;
}

/**
 * The result of a row. `status` is `empty` where nothing stands in it, and it is not counted then.
 * `month` is empty where it cannot be read. `values` are plain decimals, a day, a number of days: empty where
 * they are not known. `paid` says that what was due is no longer owed.
 */
export interface Row {
  status: "answered" | "cannot_be_decided" | "refused" | "empty";
  reason: string;
  month: string;
  values: string[];
  paid: boolean;
}

/** A cell that cannot be used, with what it can mean where its code is `ambiguous`; rows count from 0. */
export interface RefusedCell {
  row: number;
  column: string;
  text: string;
  code: string;
  readings: Figure[];
}

/** Interest in ringgit if the minimum and the rounding that are reported but not verified apply. */
export interface MonthAtMost {
  interest_up_to: string;
  interest_up_to_without_act800: string;
}

/**
 * A figure for machines (ISO days and months, plain decimals) and as text in the language asked.
 * What the rules cannot tell is `unknown`.
 */
export interface Figure {
  value: string;
  text: string;
}

/** A dated figure of the law that a rule has read, with the day from which it holds. */
export interface Parameter {
  id: string;
  value: string;
  text: string;
  since: Figure;
  sources: string[];
}

/** A row of a table that a rule has read: wages over one amount in ringgit, up to another or open. */
export interface Band {
  table: string;
  since: Figure;
  wage_over: Figure;
  wage_up_to: Figure | null;
  sources: string[];
}

/** What was owed for a month and paid on one day, in ringgit: all of it, and without Act 800. */
export interface Unpaid {
  owed: string;
  without_act800: string;
}

/** How many rows there are of each status; `read` is their sum. */
export interface RowCounts {
  read: number;
  answered: number;
  cannot_be_decided: number;
  refused: number;
}

/**
 * The answered rows of a month added up, in ringgit.
 * Shares are those still owed: not those of the rows that are `paid`, which have a day of payment of their
 * own that is not after the one for all. Interest is the sum of the estimates of all rows, empty where the
 * day by which the month was due is not known or no row was answered, and `interest_on_paid` the part of it
 * for paid rows. `unpaid`, by day of payment, is for the request that says how much it may be at most:
 * whoever adds up several answers adds these first. Rows that cannot be decided are counted and not added.
 */
export interface MonthTotals {
  act4_employer: string;
  act4_employee: string;
  act800_employer: string;
  act800_employee: string;
  skbbk_employee: string;
  employer_total: string;
  employee_total: string;
  interest_estimate: string;
  interest_without_act800: string;
  interest_on_paid: string;
  interest_on_paid_without_act800: string;
  unpaid: Record<string, Unpaid>;
  answered: number;
  paid: number;
  not_decided: number;
  due_day_not_known: number;
}

/**
 * The rows with interest that a programme reached when it was paid, and what each offer would take off.
 * Rows paid on a day of which it is disputed that it ran stand apart, and nothing is taken off them.
 */
export interface ProgrammeTotals {
  rows: number;
  interest: string;
  disputed_rows: number;
  disputed_interest: string;
  offers: OfferTotals[];
}

/** What an offer on interest would take off: all where it is waived, else `rate` percent. */
export interface OfferTotals {
  audience: string;
  relief: string;
  rate: string | null;
  bound: string | null;
  off: string;
}

// The rest is written by hand.

/** From the worker. `ready` may come twice: the full runtime takes over where the answer runtime fails. */
export type WorkerMessage =
  | { progress: { loaded: number; total: number } }
  | { ready: Runtime; reason?: string }
  | { id: number; response: string }
  | { id: number; failure: string }
  | { failure: string; fault: Fault; id?: undefined }
  | { died: string; id?: undefined };

export type Runtime = "answer" | "full";

/** Who is to blame that nothing could start: the host of the site, the way from there, or this browser. */
export type Fault = "host" | "network" | "browser";
