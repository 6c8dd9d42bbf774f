/** The words of docs/interface.<lang>.toml that the script needs, as calculator.html hands them over. */

type Sentences<Key extends string> = Record<Key, string>;

export type ExplainWords = Sentences<
  | "summary"
  | "loading"
  | "failed"
  | "steps"
  | "facts"
  | "fact"
  | "parameters"
  | "parameter"
  | "band"
  | "band_open"
  | "band_first"
  | "changes"
  | "changes_intro"
  | "no_changes"
  | "change"
  | "only"
  | "between"
  | "at_least_date"
  | "at_most_date"
  | "at_least"
  | "at_most"
  | "or"
  | "quoted"
>;

export type HistoryWords = Sentences<"note" | "none_yet" | "back">;

export interface Words extends Sentences<"loading_size" | "answer_waits" | "announce" | "source" | "cost"> {
  /** What of a source was seen, by its standing (standing() in hooks/render/html.py): words with {label}. */
  cited: Record<string, string>;
  tones: { info: string } & Record<string, string>;
  explain: ExplainWords;
  history: HistoryWords;
  /** Names of parameters and tables. */
  parameters: Record<string, string>;
}
