export type { Answerer, Manifest, Progress } from "pruned-pyodide";
