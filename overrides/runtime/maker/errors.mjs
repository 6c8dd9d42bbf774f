// Failures in a few lines: where in the rules, what happened, on which request.

const LONG = 160;
/** What a failure may take on the screen. */
const LINES = 10;

/** A line of a traceback in the rules: as the bare interpreter has them, and as stock Pyodide installs them. */
const PLACE = /File "\/(?:rules|lib\/python[\d.]+\/site-packages)\/(.+)", line (\d+), in (.+)/;

/** A failure that says all there is to say: no stack is shown. */
export class MakeError extends Error {}

/** A request that Python did not answer. */
export class RulesError extends MakeError {
  /** @param {string} request @param {string[]} traceback */
  constructor(request, traceback) {
    const { where, what } = blame(traceback);
    super(`  where    ${where}\n  what     ${what}\n  request  ${shorten(request)}`);
    this.what = what;
  }
}

/** @param {string} text */
export const shorten = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

/**
 * The last place in the rules that a traceback names, and its last line.
 * @param {string[]} traceback
 */
export function blame(traceback) {
  const places = traceback.flatMap((line) => {
    const found = line.match(PLACE);
    return found ? [`${found[1]}:${found[2]} in ${found[3]}`] : [];
  });
  const said = traceback.findLast((line) => line.trim() && !line.startsWith(" "));
  return { where: places.at(-1) ?? "outside the rules", what: shorten(said ?? "no reason is known") };
}

/** What is shown of an error, whatever it is. @param {unknown} error */
export function report(error) {
  const text = error instanceof Error && !(error instanceof MakeError) ? error.stack : undefined;
  const lines = (text ?? (error instanceof Error ? error.message : String(error))).split("\n");
  return lines.slice(0, LINES).map(shorten).join("\n");
}
