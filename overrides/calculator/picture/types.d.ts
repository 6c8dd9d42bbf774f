import type { Figure, Finding } from "../../assets/javascripts/protocol.d.ts";

/** What a picture knows of the reader; `day` is that of the answer, a month where the notice is about one. */
export interface Reader {
  findings: Finding[];
  /** Days that the reader has given, by question. */
  facts: Record<string, Figure>;
  day: string;
}

/** hooks/render/pictures.py makes these: days are YYYY-MM-DD, texts as they are shown. */
export type Picture = Timeline | Steps | Levels;

/** Periods, each on a line of its own. `days`: sentences by the figure or question that gives the reader's day. */
export interface Timeline {
  kind: "timeline";
  title: string;
  own: string;
  /** Under either. */
  note: string;
  days: Record<string, string>;
  bars: Period[];
  /** The day up to which the law was checked, and what is said of the days from the last period to it. */
  to: string;
  open: string;
}

/** `other`: for other people than most of the periods are; `note` says for whom. */
export interface Period {
  from: string;
  to: string;
  name: string;
  period: string;
  note: string;
  other: boolean;
}

/** A table by wages. `lines`: names of columns by the finding with which they are drawn, the first in the notice. */
export interface Steps {
  kind: "steps";
  own: string;
  axis: string;
  columns: string[];
  lines: Record<string, Record<string, string>>;
  /** Sentences about the reader's row, by the finding that has their figures. */
  place: Record<string, string>;
  editions: Edition[];
  /** The day of the page. */
  day: string;
}

/** `rows`: the wages over which a row is, then the amount of each column. `top`: the amounts of the last, as text. */
export interface Edition {
  from: string;
  since: string;
  title: string;
  ceiling: string;
  rows: number[][];
  top: string[];
}

/** What a figure was from each day on; null where there was none. `own`: its title by the finding with which an answer shows it. */
export interface Levels {
  kind: "levels";
  title: string;
  own: Record<string, string>;
  to: string;
  levels: Level[];
}

export interface Level {
  from: string;
  value: number | null;
  text: string;
  since: string;
}
