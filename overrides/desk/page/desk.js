// Both languages of a page side by side, scrolled together. The address names the page, and replies: #amnesty/index&v=1&…

import { element } from "./notes.js";

const LANGUAGES = ["en", "zh"];
const list = /** @type {HTMLSelectElement} */ (document.getElementById("pages"));
const frames = LANGUAGES.map((lang) => /** @type {HTMLIFrameElement} */ (document.getElementById(lang)));
/** Until when a frame moves because the other one was moved. */
const led = new Map(frames.map((frame) => [frame, 0]));
const LED_MS = 120;

/** @type {{titles: Record<string, Record<string, string>>, addresses: Record<string, Record<string, string>>}} */
const { titles, addresses } = await (await fetch("/desk/pages.json")).json();

for (const [name, title] of Object.entries(titles))
  list.append(element("option", { value: name }, LANGUAGES.map((lang) => title[lang]).join(" · ")));
list.addEventListener("change", () => {
  location.hash = list.value;
});
addEventListener("hashchange", open);
for (const frame of frames) frame.addEventListener("load", () => loaded(frame));
open();

/** Show the page that the address names, in both frames. */
function open() {
  const [name, ...replies] = decodeURI(location.hash.slice(1)).split("&");
  const page =
    name && name in addresses ? name : (Object.keys(addresses).find((each) => each === "index") ?? "");
  list.value = page;
  const behind = replies.length > 0 ? `#${replies.join("&")}` : "";
  frames.forEach((frame, number) => {
    const address = `/${addresses[page]?.[LANGUAGES[number] ?? ""] ?? ""}`;
    const inside = frame.contentWindow?.location;
    if (inside?.pathname !== address || behind) frame.src = `${address}${behind}`;
  });
}

/** A reader followed a link in one of them: the other follows. @param {HTMLIFrameElement} frame */
function loaded(frame) {
  const inside = frame.contentWindow;
  if (!inside || inside.location.protocol === "about:") return;
  inside.addEventListener("scroll", () => requestAnimationFrame(() => lead(frame)));
  const lang = LANGUAGES[frames.indexOf(frame)] ?? "";
  const name = Object.keys(addresses).find(
    (each) => `/${addresses[each]?.[lang]}` === inside.location.pathname,
  );
  if (name && name !== list.value) location.hash = name;
}

/** The other frame shows what this one shows: the same part, as far through it. @param {HTMLIFrameElement} frame */
function lead(frame) {
  const other = frames.find((each) => each !== frame);
  const [from, to] = [frame.contentWindow, other?.contentWindow];
  if (!from || !to || !other || performance.now() < (led.get(frame) ?? 0)) return;
  // one of them is being loaded
  if (!from.document?.body || !to.document?.body) return;
  const tops = [from, to].map(topsOf);
  const [here = new Map(), there = new Map()] = tops;
  const common = [...here.keys()].filter((id) => there.has(id));
  const before = common.filter((id) => here.get(id) <= from.scrollY).at(-1);
  const after = common.find((id) => here.get(id) > from.scrollY);
  const part = (/** @type {Map<string, number>} */ map, /** @type {Window} */ of) => [
    before === undefined ? 0 : (map.get(before) ?? 0),
    after === undefined ? of.document.documentElement.scrollHeight : (map.get(after) ?? 0),
  ];
  const [start = 0, end = 1] = part(here, from);
  const [first = 0, last = 0] = part(there, to);
  led.set(other, performance.now() + LED_MS);
  to.scrollTo(0, first + ((from.scrollY - start) / Math.max(1, end - start)) * (last - first));
}

/** Where each part with an id begins, from the top down. @param {Window} of @returns {Map<string, number>} */
function topsOf(of) {
  const parts = [...of.document.querySelectorAll("article [id]")].filter(
    (part) => part.getClientRects().length > 0,
  );
  const tops = parts.map(
    (part) => /** @type {[string, number]} */ ([part.id, part.getBoundingClientRect().top + of.scrollY]),
  );
  return new Map(tops.sort(([, one], [, two]) => one - two));
}
