// Shows a calculator of this site in a page of somebody else: each <a data-notice="…"> that leads to this site becomes
// a frame, as high as what is in it. Without this script the link stays a link.
//
// FROZEN. Pages that we do not know name this file by its address and its SHA-384: not a byte of it may change, and it
// is never removed. What may change is in the framed page (javascripts/page/framed.js). A new way is a new file, v2.js.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const site = new URL("../", script.src);

  for (const link of document.querySelectorAll("a[data-notice]"))
    if (link instanceof HTMLAnchorElement && link.href.startsWith(site.href)) show(link);

  /** @param {HTMLAnchorElement} link */
  function show(link) {
    const address = new URL(link.dataset.notice || "", site);
    if (!address.href.startsWith(site.href)) return;
    delete link.dataset.notice; // a second snippet in this page brings this script again
    const frame = document.createElement("iframe");
    frame.title = (link.textContent || "").trim();
    frame.lang = link.lang || link.hreflang;
    frame.className = link.className;
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "share" in navigator ? "clipboard-write; web-share" : "clipboard-write";
    // the framed page runs and opens new windows, and cannot lead this page elsewhere
    const may = "scripts same-origin forms modals downloads popups popups-to-escape-sandbox";
    for (const each of may.split(" ")) frame.sandbox.add(`allow-${each}`);
    // set one by one: a content policy of this page may forbid the attribute
    frame.style.display = "block";
    frame.style.width = "100%";
    frame.style.height = "30rem";
    frame.style.border = "0";
    frame.src = address.href;

    // The framed page answers who greets it, and nobody else.
    const greet = () => frame.contentWindow?.postMessage({ notice: "v1" }, site.origin);
    frame.addEventListener("load", greet);
    addEventListener("message", ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== site.origin || !data) return;
      const { begun, height, seen, title, lang } = data;
      if (begun === true) greet();
      if (typeof title === "string") frame.title = title;
      if (typeof lang === "string") frame.lang = lang;
      if (Number.isFinite(height)) {
        frame.style.height = `${Math.min(Math.max(height, 0), 50000)}px`;
        link.remove(); // the way out as long as nothing is shown
      }
      if (Number.isFinite(seen)) {
        // where the framed page has led its reader
        const y = frame.getBoundingClientRect().top + seen;
        if (y < 0 || y > innerHeight / 2) scrollBy({ top: y - 16 });
      }
    });
    link.before(frame);
  }
})();
