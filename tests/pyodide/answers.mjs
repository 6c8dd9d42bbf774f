// Answers requests with the built wheel in the site's own Pyodide, in Node: node answers.mjs SITE < requests > responses
// Both are JSON: a list of request texts; the version of Python and a list of response texts.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const assets = join(resolve(process.argv[2] ?? "site"), "assets");
const pyodideFolder = join(assets, "pyodide");
const wheels = join(assets, "wheels");
const lock = readFileSync(join(wheels, "pyodide-lock.json"), "utf8");

const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({
  indexURL: pyodideFolder,
  packageBaseUrl: `${wheels}/`,
  packages: Object.keys(JSON.parse(lock).packages),
  lockFileContents: lock,
  // what Python prints is not part of the answer
  stdout: console.error,
});

const answer = pyodide.pyimport("calculator").answer;
/** @type {string[]} */
const requests = JSON.parse(await text(process.stdin));
const python = pyodide.runPython("import platform; platform.python_version()");
process.stdout.write(JSON.stringify({ python, responses: requests.map((request) => answer(request)) }));
