// Failures in full, and one closing line.

/** What is told of a test; a suite or file is told of as well, and fails with its tests. @typedef {{type: string, data: any}} Told */

/** @param {AsyncIterable<Told>} events */
export default async function* report(events) {
  const from = process.hrtime.bigint();
  let [passed, failed] = [0, 0];
  for await (const { type, data } of events) {
    const error = data?.details?.error;
    const suite = data?.details?.type === "suite";
    if (type === "test:stderr") yield data.message;
    else if (type === "test:pass" && !suite) passed += 1;
    else if (type === "test:fail" && error?.failureType !== "subtestsFailed") {
      failed += 1;
      yield `runtime: FAILED ${data.file ?? ""} ${data.name}\n${error?.cause?.stack ?? error?.cause ?? error}\n`;
    }
  }
  const seconds = Number((process.hrtime.bigint() - from) / 1_000_000_000n);
  yield `runtime: ${passed} tests passed${failed ? `, ${failed} failed` : ""} in ${seconds} s\n`;
}
