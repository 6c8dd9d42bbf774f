// Stays, and bundles our scripts and styles as often as a line comes in.
// usage: node bundler.mjs SOURCE OUT; writes for each line a JSON list of [file, line, what is wrong]

import { createInterface } from "node:readline";
import { bundle } from "../hooks/assemble/bundle.mjs";

const [source, out] = process.argv.slice(2);
const said = ({ text, location }) => [location?.file ?? source, location?.line ?? 1, text];

for await (const _line of createInterface({ input: process.stdin })) {
  const wrong = await bundle(source, out, "silent").catch(({ errors = [], message }) =>
    errors.length > 0 ? errors : [{ text: message }],
  );
  process.stdout.write(`${JSON.stringify(wrong.map(said))}\n`);
}
