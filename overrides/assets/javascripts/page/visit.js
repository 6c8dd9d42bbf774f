// How the reader has come to this page.

const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));

/** Whether they were here before, in this tab: by a reload, the back button, or a tab that the browser restores. */
export const comesBack = visit?.type === "reload" || visit?.type === "back_forward";
