"""In Firefox: half a day changes nothing, the answer comes to the top of the window, the search finds.

The page of this test types into the notice in a frame. The file is collected only where there is a Firefox
(conftest.py).
"""

from pathlib import Path

from tests.browser.in_firefox import seen, serving

PAGE = """<!doctype html><meta charset="utf-8"><title>Firefox</title><iframe src="amnesty/"></iframe>
<script type="module">
const send = (found) => fetch("found", { method: "POST", body: JSON.stringify(found) });
const frame = document.querySelector("iframe");
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const page = () => frame.contentDocument;
async function wanted(selector) {
  for (;;) {
    const found = page()?.querySelector(selector);
    if (found?.checkVisibility()) return found;
    await pause(50);
  }
}
async function type(name, text) {
  const field = await wanted(`[name="${name}"]`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await pause(600);
  return field;
}
const leave = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
const size = (width, height) =>
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: 0 });
const top = (selector) => page().querySelector(selector).getBoundingClientRect().top;
const found = { early: [], below: [], moved: [] };
try {
  size(390, 844);
  await wanted('notice-calculator[data-state="ready"]');
  (await wanted("details.nc-day summary")).click();
  for (const half of ["2", "07-26", "1/5/2", "1/5/20", "2016-5-1", "2016-05"]) {
    await type("as_at", half);
    if (page().querySelector(".nc-day-note, .figure--other-day")) found.early.push(half);
  }
  leave(await type("as_at", "1/5/2016"));
  found.note = (await wanted(".nc-day-note")).textContent;
  leave(await type("as_at", "1/5/2026"));
  (await wanted('input[name="employs"][value="employees"]')).click();
  leave(await type("first_employed_on", "10.1.22"));
  found.understood = (await wanted("#nc-first_employed_on-read:not(:empty)")).textContent;
  found.calendar = page().querySelector("#nc-first_employed_on .nc-picker__button").checkVisibility();
  for (const [width, height] of [[390, 844], [320, 640], [1280, 800]]) {
    size(width, height);
    for (const value of ["public_service_only", "director_only"]) {
      const reply = await wanted(`input[name="employs"][value="${value}"]`);
      reply.scrollIntoView({ block: "center", behavior: "instant" });
      await pause(200);
      const before = reply.getBoundingClientRect().top;
      reply.focus({ preventScroll: true });
      reply.click();
      await pause(800);
      found.moved.push(Math.abs(Math.round(reply.getBoundingClientRect().top - before)));
      for (const block of ["end", "start"]) {
        const button = await wanted('button[type="submit"]');
        button.scrollIntoView({ block, behavior: "instant" });
        button.click();
        await pause(800);
        const under = page().querySelector(".md-header").getBoundingClientRect().bottom;
        found.below.push(Math.round(top(".nc-answer") - under));
      }
    }
  }
  frame.src = "contributions/";
  await pause(500);
  await wanted('notice-calculator[data-state="ready"] [name="month"]');
  found.month_calendar = page().querySelector("#nc-month .nc-picker__button").checkVisibility();
  frame.src = "zh/";
  await pause(500);
  (await wanted(".search")).click();
  const search = await wanted(".search-dialog input");
  search.value = "罚款";
  search.dispatchEvent(new InputEvent("input", { bubbles: true }));
  found.searched = new URL((await wanted(".search-dialog li a")).href).pathname;
  await send(found);
} catch (error) {
  await send({ error: String(error), ...found });
}
</script>"""


def test_typing_in_firefox(tmp_path: Path) -> None:
    with serving() as server:
        found = seen(server, {"test.html": PAGE}, tmp_path, 5)
    assert "error" not in found, found
    assert found["early"] == []
    assert "1 May 2016" in str(found["note"])
    assert found["understood"] == "That is: 10 January 2022, Monday"
    # Firefox opens a calendar for a day, and knows no field of a month
    assert (found["calendar"], found["month_calendar"]) == (True, False)
    assert found["searched"] == "/zh/amnesty/"
    below, moved = found["below"], found["moved"]
    # three sizes, two replies, the button at both ends of the window
    assert (len(below), len(moved)) == (12, 6)
    assert all(0 <= each <= 40 for each in below), below
    assert max(moved) < 2, moved
