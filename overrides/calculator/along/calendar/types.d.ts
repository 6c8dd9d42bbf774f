/** hooks/render/calendars/files.py makes these; the page makes one with a single day. Days are YYYY-MM-DD. */
export interface Calendar {
  /** As browsers are told: en, zh-Hans. */
  lang: string;
  /** The day of the law's last check: the same law makes the same file. */
  stamp: string;
  /** Of a calendar that can be subscribed to; with it what it is about, and its address where that is known. */
  name?: string;
  about?: string;
  address?: string;
  events: Day[];
}

export interface Day {
  /** Stays when the day or its words change. */
  id: string;
  day: string;
  title: string;
  words: string;
  remind: boolean;
  /** Of the notice, where it is known. */
  address?: string;
}

/** What the page knows of the days of an answer (hooks/render/calendars/own.py). */
export interface OwnDays {
  /** Words by finding, and by the figure of it that is the day. */
  days: Record<string, Record<string, { button: string; title: string; text: string }>>;
  /** Figures that are due for a month, and the question that has the month. */
  due: string[];
  month: string;
  lang: string;
  stamp: string;
  /** The ends of every entry. */
  closing: string;
  sources: string;
  separator: string;
  address: string;
}

/** A file that the reader can take along. */
export interface OwnDay {
  button: string;
  name: string;
  file: string;
}
