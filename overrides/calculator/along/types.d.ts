import type { DecisionResponse, Response } from "../../assets/javascripts/protocol.d.ts";
import type { Texts } from "../answer/texts.js";
import type { Question } from "../question/question.js";
import type { Words } from "../words.d.ts";

/** What the page fetches (hooks/assemble/pages/along.py); addresses are relative to the page. */
export interface Fetched {
  script: string;
  style: string;
  /** The notice: another page than this one, where this one is in a frame. */
  page: string;
  /** This page in each language. */
  twins: Record<string, string>;
  /** What along.html made. */
  html: string;
}

/** What an answer hands over once it stands on the page. */
export interface Answered {
  /** The calculator (calculator.html). */
  root: HTMLElement;
  /** The answer as it stands in the page (answer.html). */
  frame: HTMLElement;
  /** What was given, by question id, as it was typed. */
  facts: Record<string, string>;
  /** What the rules said; `read` has what they understood of days, numbers and amounts. */
  decision: DecisionResponse;
  questions: Map<string, Question>;
  texts: Texts;
  words: Words;
  /** Asks the rules of the facts on the page, with steps and changes or without, in a language. */
  ask(explain: boolean, lang?: string): Promise<Response>;
}

/** What every part knows of it. */
export interface Answer extends Answered {
  notice: string;
  lang: string;
  /** The address of the notice, in full. */
  page: string;
  /** The finding that warns of a day after the law's last check. */
  late: string;
  /** The addresses of this page, by language. */
  twins: Record<string, string>;
  /** Kept once the style of the parts has come, or cannot come. */
  styled: Promise<void>;
}

/** The script of a part. */
export interface Part {
  /** Makes its section work; `box` is the section, with the part's own words in `data-words`. */
  prepare(box: HTMLElement, answer: Answer): void;
}
