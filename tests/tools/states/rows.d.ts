import type { DecisionResponse, Figure, Reading } from "../../../overrides/assets/javascripts/protocol.d.ts";
import type { Entry } from "../../../overrides/calculator/other-day/other-day.js";
import type { Picture, Reader } from "../../../overrides/calculator/picture/types.d.ts";
import type { Grid, Registered } from "../../../overrides/payroll/types.d.ts";
import type { Pattern } from "./pattern.js";

/** What a row shows, by the part it belongs to. `name` stands over the row. */
export interface Rows {
  /** By language `read`, what is said back, and `readings`, what is asked back. */
  question: {
    name: string;
    question: string;
    reply?: string;
    two_ways?: string;
    error?: string;
    read?: Record<string, Reading>;
    readings?: Record<string, Figure[]>;
  };
  "error-summary": { name: string; errors: Record<string, string> };
  /** `does`: methods of Status with what they are given; none is a page without script. */
  status: { name: string; does?: [method: string, ...given: unknown[]][] };
  /** `open`: the explanation too. */
  answer: {
    name: string;
    responses: Record<string, DecisionResponse>;
    facts: Record<string, string>;
    open?: boolean;
  };
  /** `reader`: null as in a notice. */
  picture: { name: string; by: Record<string, { picture: Picture; reader: Reader | null }> };
  "other-day": {
    name: string;
    by: Record<string, { day: Figure | ""; title: string; text: string; history: Entry[] }>;
  };
}

/** The same of the payroll calculator. */
export interface PayrollRows {
  /** `grid`: how a file was read; `refused`: why it was not. */
  "payroll-form": {
    name: string;
    way: "hand" | "file";
    replies?: Record<string, string>;
    errors?: Record<string, string>;
    grid?: Partial<Grid>;
    refused?: string;
  };
  "payroll-status": { name: string; does: [method: string, ...given: unknown[]][] };
  /** `by` language both responses of which a result is made. */
  "payroll-result": {
    name: string;
    columns: string[];
    rows: string[][];
    paid_on: string;
    registered: Registered;
    by: Record<string, Record<string, { status: string }>>;
  };
}

/** Puts what a row shows into its box, in the language of the pattern. */
export type Draw = {
  [Part in keyof Rows]: (row: Rows[Part], pattern: Pattern, box: HTMLElement) => void;
};
