// The replies of a reader as the fragment of an address, and back: #v=1&as_at=2026-11-26&employs=employees

/** The version of what is written. */
const VERSION = "1";

/** @param {Record<string, string>} replies by question id */
export const write = (replies) => String(new URLSearchParams({ v: VERSION, ...replies }));
