"""The built site in Firefox: the page answers, and the answer runtime gives CPython's answers byte for byte.

The file is collected only where there is a Firefox (conftest.py).
"""

import json
from pathlib import Path

import pytest

from calculator import answer
from calculator.engine.asking.found import notices
from overrides import corpus
from tests.browser.in_firefox import seen, serving, workers
from tests.browser.two_runtimes import COMPARE, START, digest

# Chromium answers all of them; here every sixth shows that the engine of another browser does the same.
OF_FIREFOX = 6
ROWS = "month,wages,worker,role,age\n2025-01,3000,citizen,ordinary,41\n2025-02,abc,citizen,ordinary,41\n"
PAGE = """<!doctype html><meta charset="utf-8"><title>Firefox</title><iframe src="amnesty/"></iframe>
<script type="module">
const send = (found) => fetch("found", { method: "POST", body: JSON.stringify(found) });
const wanted = async (selector) => {
  for (;;) {
    const found = document.querySelector("iframe").contentDocument?.querySelector(selector);
    if (found?.checkVisibility()) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
try {
  const reply = await wanted('input[name="employs"][value="public_service_only"]');
  reply.click();
  reply.form.requestSubmit();
  const { outcome } = (await wanted("[data-outcome]")).dataset;
  const { runtime } = (await wanted("notice-calculator")).dataset;
  document.querySelector("iframe").src = "arrears/";
  (await wanted('payroll-calculator[data-begun] [name="way"][value="file"]')).click();
  const pasted = document.querySelector("iframe").contentDocument.querySelector('[data-part="pasted"]');
  pasted.value = %(rows)s;
  pasted.dispatchEvent(new Event("change"));
  (await wanted('[data-part="read"]')).closest("form").requestSubmit();
  const payroll = (await wanted('[data-part="result"] [data-part="rows"]')).textContent;
  const pairs = await (await fetch("pairs.json")).json();
  const differ = [];
  let gaps = 0;
  for (const [notice, given] of Object.entries(%(given)s)) {
    (%(start)s)(given);
    differ.push(...(await (%(compare)s)(pairs[notice])));
    gaps += window.runtimes.state.events.length - 1;
    window.runtimes.stop();
  }
  await send({ outcome, runtime, payroll, differ: differ.slice(0, 5), gaps });
} catch (error) {
  await send({ error: String(error) });
}
</script>"""


@pytest.mark.no_cover  # CPython would answer three times as slowly, and other tests run the same lines
def test_page_and_answers_in_firefox(tmp_path: Path) -> None:
    every = notices()
    pairs = {
        name: [[text, digest(answer(text)), "answer"] for text in corpus.golden(name)[::OF_FIREFOX]]
        for name in every
    }
    with serving() as server:
        given = {"start": START, "compare": COMPARE, "given": workers(server, every)}
        page = PAGE % {"rows": json.dumps(ROWS), **given}
        found = seen(server, {"test.html": page, "pairs.json": json.dumps(pairs)}, tmp_path, 10)
    said = "Rows read: 2; worked out: 1; cannot be decided: 0; refused: 1."
    assert found == {
        "outcome": "outside_the_acts",
        "runtime": "answer",
        "payroll": said,
        "differ": [],
        "gaps": 0,
    }
