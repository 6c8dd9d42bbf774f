/** What page, worker and rules say to each other. The same JSON goes through `python -m calculator`. */

export interface Request {
  notice: string;
  lang: string;
  /** By question id. Dates are YYYY-MM-DD, months YYYY-MM, amounts ringgit; "unknown" where that is allowed. */
  facts: Record<string, string>;
  explain?: boolean;
}

export type Response = QuestionResponse | InvalidResponse | DecisionResponse | FailedResponse;

/** The rules need one more fact. */
export interface QuestionResponse {
  status: "question";
  question: string;
  asked: string[];
}

/** `question` is null where the request as a whole is wrong, which only a fault of the page can cause. */
export interface InvalidResponse {
  status: "invalid";
  errors: { question: string | null; code: string }[];
}

export interface DecisionResponse {
  status: "decision";
  outcome: string;
  asked: string[];
  findings: Finding[];
  law_as_at: string;
  /** Only where `explain` was asked for. */
  steps?: Step[];
  changes?: Change[];
}

/** A fault of the rules. */
export interface FailedResponse {
  status: "failed";
  error?: string;
}

export interface Finding {
  code: string;
  figures: Record<string, Figure>;
  sources: string[];
}

export interface Figure {
  value: string;
  text: string;
}

/** Which facts and dated values led to a finding. */
export interface Step {
  finding: string;
  facts: string[];
  parameters: { id: string; value: string; text: string; since: string; sources: string[] }[];
  bands?: { table: string; since: string; wage_over: string; wage_up_to: string | null; sources: string[] }[];
}

/**
 * One fact, other replies to it, and the outcome they lead to. Ends are included; null is open. Where the outcome is
 * the same, `findings` says what else is different.
 */
export interface Change {
  fact: string;
  from?: string | null;
  to?: string | null;
  values?: string[];
  outcome: string;
  findings?: Finding[];
}

/** From the worker. `ready` may come twice: the full runtime takes over where the answer runtime fails. */
export type WorkerMessage =
  | { progress: { loaded: number; total: number } }
  | { ready: Runtime; reason?: string }
  | { id: number; response: string }
  | { id: number; failure: string }
  | { failure: string; id?: undefined };

export type Runtime = "answer" | "full";
