// Bundles our scripts and styles: one small file of each for a page, named after its content.
// usage: node bundle.mjs SOURCE OUT; prints {files: {name: path below OUT}, start: the script that stands in the head}.

import { rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const [source, out] = process.argv.slice(2);
const ENTRIES = [
  "javascripts/calculator-page.js",
  "javascripts/language-switch.js",
  "javascripts/rules-worker.js",
  "stylesheets/calculator-page.css",
  "stylesheets/notice.css",
];
const common = { bundle: true, minify: true, target: "es2022", logLevel: "warning" };

await rm(out, { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: ENTRIES.map((entry) => path.join(source, entry)),
  outbase: source,
  outdir: out,
  entryNames: "[dir]/[name].[hash]",
  format: "esm",
  metafile: true,
});
const made = Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [
  path.relative(source, entryPoint),
  path.relative(out, file),
]);
const start = await build({
  ...common,
  entryPoints: [path.join(source, "javascripts/start-rules.js")],
  format: "iife",
  write: false,
});
console.log(JSON.stringify({ files: Object.fromEntries(made), start: start.outputFiles[0].text.trim() }));
