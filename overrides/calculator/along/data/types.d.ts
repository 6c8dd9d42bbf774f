/** What the columns and rows of a spreadsheet are called: [along.data] of docs/interface.<lang>.toml. */
export type DataWords = Record<
  | "part"
  | "item"
  | "text"
  | "value"
  | "sources"
  | "about"
  | "page"
  | "day"
  | "checked"
  | "rules"
  | "address"
  | "code"
  | "note"
  | "outcome"
  | "meaning"
  | "figures"
  | "figure"
  | "cell",
  string
>;

/** Words that stand elsewhere too: what each part of an answer is called, by the kind of its findings. */
export type Headings = Record<string, string>;
