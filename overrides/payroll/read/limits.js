// What is refused before it could fill the memory of a reader's browser. README.md says where each figure comes from.

export const FILE_BYTES = 50_000_000;
/** Of one part of a workbook, and of all of them, when unpacked. */
export const PART_BYTES = 100_000_000;
export const UNPACKED_BYTES = 250_000_000;
/** How many times larger a workbook may be when unpacked, once that is more than a few pages of text. */
export const RATIO = 200;
export const RATIO_FROM_BYTES = 10_000_000;
/** Of the texts that cells share, which are all taken apart at once. */
export const SHARED_STRINGS_BYTES = 50_000_000;
export const PARTS = 2000;
export const COLUMNS = 256;
/** As many as a sheet has. */
export const ROWS = 1_048_576;
