import type { Description, Options, Problem, Row, WrittenSheet } from "./types.d.ts";

export type Asked = { id: number } & (
  | { type: "open"; file: Blob | string; options: Options }
  | { type: "next"; of: number }
  | { type: "write"; sheets: WrittenSheet[] }
);

export type Told =
  | { type: "begun" }
  | { type: "read"; read: Description }
  | { type: "piece"; rows: Row[] | null; problems: Problem[] }
  | { type: "written"; bytes: Uint8Array }
  | { type: "refused"; code: string; figures: Record<string, string | number> }
  | { type: "failed"; detail: string };
