// What overrides/hooks/assemble/pages/search.py writes for each language.

/** Addresses are relative to that of the file. */
export interface Found {
  script: string;
  style: string;
  html: string;
  words: Words;
  /** What readers type, and what the pages call it. */
  phrases: [string, string][];
  /** Words with which people ask, and which say little of what they ask about. */
  fillers: string[];
  /** The id of the section that has the rules of its notice in short. */
  brief: string;
  /** A simplified character, and the traditional ones for it. */
  characters: string[];
  pages: Page[];
  sections: Section[];
}

export interface Words {
  none: string;
  one: string;
  several: string;
}

export interface Page {
  address: string;
  title: string;
  /** Whether it explains the law to readers, and does not list what stands behind it. */
  notice: boolean;
}

export interface Section {
  page: number;
  id: string;
  title: string;
  text: string;
  /** Words of the text in bold, such as those with which an item of a list begins. */
  strong: string;
}

/** A part of a text, and whether it is what was looked for. */
export interface Part {
  words: string;
  marked: boolean;
}

export interface Result {
  section: Section;
  page: Page;
  title: Part[];
  excerpt: Part[];
}
