// Stands in for the rules' worker on the desk: asks the Python that serves the page, which knows the rules as saved.

const ANSWER = new URL("/desk/answer", JSON.parse(self.name).script);

globalThis.postMessage({ ready: "full" });
globalThis.addEventListener("message", async ({ data: { id, request } }) => {
  try {
    const response = await fetch(ANSWER, { method: "POST", body: request });
    if (!response.ok) throw new Error(await response.text());
    globalThis.postMessage({ id, response: await response.text(), runtime: "full" });
  } catch (error) {
    globalThis.postMessage({ id, failure: String(error) });
  }
});
