// Bundles our scripts and styles: one small file of each for a page, named after its content.
// usage: node bundle.mjs SOURCE OUT
// writes bundles.json there too: {files: {name: path below OUT}, inline: {name: text}}; these stand in the page itself.

import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const [source, out] = process.argv.slice(2);
const ENTRIES = [
  "javascripts/calculator-page.js",
  "javascripts/language-switch.js",
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

async function inline(name, options) {
  const entryPoints = [path.join(source, "javascripts", name)];
  const { outputFiles } = await build({ ...common, ...options, entryPoints, write: false });
  return outputFiles[0].text.trim();
}
// Made from a text in the page, the worker has no address of its own: its name says where it would lie.
const address = { "import.meta.url": "self.script" };
const banner = { js: "self.script = JSON.parse(self.name).script;" };
const list = {
  files: Object.fromEntries(made),
  inline: {
    "rules-worker": await inline("rules-worker.js", { format: "esm", define: address, banner }),
    "start-rules": await inline("start-rules.js", { format: "iife" }),
  },
};
await writeFile(path.join(out, "bundles.json"), JSON.stringify(list));
