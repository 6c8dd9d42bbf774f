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

// The rest is written by hand.

/** From the worker. `ready` may come twice: the full runtime takes over where the answer runtime fails. */
export type WorkerMessage =
  | { progress: { loaded: number; total: number } }
  | { ready: Runtime; reason?: string }
  | { id: number; response: string }
  | { id: number; failure: string }
  | { failure: string; id?: undefined };

export type Runtime = "answer" | "full";
