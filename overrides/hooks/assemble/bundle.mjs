// Bundles our scripts and styles: one small file of each for a page, named after its content.
// usage: node bundle.mjs SOURCE OUT
// writes bundles.json there too: {files: {name: path below OUT}, inline: {name: text}}; these stand in the page itself.

import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** What a page links to, and where below SOURCE it is made from. */
const FILES = {
  "javascripts/along.js": "../calculator/along/along.js",
  "javascripts/calculator-page.js": "javascripts/page/calculator-page.js",
  "javascripts/draw.js": "../calculator/picture/draw.js",
  "javascripts/embed-page.js": "javascripts/page/embed-page.js",
  "javascripts/every-page.js": "javascripts/page/every-page.js",
  "javascripts/life.js": "javascripts/page/life.js",
  "javascripts/payroll-page.js": "../payroll/payroll-page.js",
  "javascripts/search.js": "../search/search.js",
  "stylesheets/along.css": "../calculator/along/along.css",
  "stylesheets/calculator-page.css": "stylesheets/calculator-page.css",
  "stylesheets/embed-page.css": "stylesheets/embed-page.css",
  "stylesheets/notice.css": "stylesheets/notice.css",
  "stylesheets/payroll-page.css": "../payroll/payroll-page.css",
  "stylesheets/plain.css": "stylesheets/plain.css",
  "stylesheets/search.css": "../search/search.css",
};
/** Scripts that run beside a page, in parts that come only when they are needed. */
const SPLIT = {
  "javascripts/payroll-reader.js": "../payroll/read/worker.js",
};
/** The worker's script stands in the page; a page that may not make a worker of a text takes the same from a file. */
const WORKER = { "javascripts/rules-worker.js": "javascripts/worker/rules-worker.js" };
const COMMON = { bundle: true, minify: true, target: "es2022" };
// Made from a text in the page, the worker has no address of its own: its name says where it would lie.
const ADDRESS = { "import.meta.url": "self.script" };
const BANNER = { js: "self.script = JSON.parse(self.name).script;" };

/** Write everything anew; gives the warnings, throws the errors. `logLevel` is how much esbuild itself says of them. */
export async function bundle(source, out, logLevel = "warning") {
  const common = { ...COMMON, logLevel };
  await rm(out, { recursive: true, force: true });
  const made = await named(FILES, source, out, common);
  const split = { ...common, splitting: true, chunkNames: "javascripts/[name].[hash]" };
  const parts = await named(SPLIT, source, out, split);
  const besides = { ...common, define: ADDRESS, banner: BANNER };
  const worker = await named(WORKER, source, out, besides);
  const inline = async (entry, options) => {
    const entryPoints = [path.join(source, "javascripts", entry)];
    const { outputFiles } = await build({ ...common, ...options, entryPoints, write: false });
    return outputFiles[0].text.trim();
  };
  const list = {
    files: { ...made.files, ...parts.files, ...worker.files },
    inline: {
      "rules-worker": await inline("worker/rules-worker.js", { ...besides, format: "esm" }),
      // a file of its own, which needs what the build writes in front of it (full_runtime.py)
      "full-runtime": await inline("worker/full-runtime.js", { format: "esm", define: ADDRESS }),
      "service-worker": await inline("worker/service-worker.js", { format: "iife" }),
      "service-worker-off": await inline("worker/service-worker-off.js", { format: "iife" }),
      "start-rules": await inline("page/start-rules.js", { format: "iife" }),
    },
  };
  await writeFile(path.join(out, "bundles.json"), JSON.stringify(list));
  return [...made.warnings, ...parts.warnings, ...worker.warnings];
}

/** Files with hashes in their names, by the names without; parts of them are named by what asks for them. */
async function named(entries, source, out, options) {
  const names = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [entry, name]));
  const { metafile, warnings } = await build({
    ...options,
    entryPoints: Object.entries(entries).map(([name, entry]) => ({
      in: path.join(source, entry),
      out: name.replace(/\.\w+$/, ""),
    })),
    outdir: out,
    entryNames: "[dir]/[name].[hash]",
    format: "esm",
    metafile: true,
  });
  const made = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) => {
    const name = entryPoint && names[path.relative(source, entryPoint)];
    return name ? [[name, path.relative(out, file)]] : [];
  });
  return { files: Object.fromEntries(made), warnings };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(...process.argv.slice(2));
