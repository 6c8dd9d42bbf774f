// How long the page waits for the rules.

/** How long the start or a question may take before the reader is shown another way. */
export const LIMIT_SECONDS = 60;
/** Where nothing of what is loading comes for so long, the reader is told; it may still come. */
export const SLOW_SECONDS = 4;
/** A browser that ends a worker need not say so: one that has started and says nothing for so long is dead. */
export const SILENT_SECONDS = 15;
