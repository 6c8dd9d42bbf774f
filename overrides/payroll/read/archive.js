// What lies in a packed file, by its own list, before anything of it is unpacked.

import { unzipSync } from "fflate";
import * as limits from "./limits.js";
import { ReadError } from "./problems.js";

const WORKBOOK = "xl/workbook.xml";
const SHARED_STRINGS = /\/sharedstrings\.xml$/i;
/** Workbooks of another kind: of LibreOffice, and Excel's binary one. */
const OTHERS = ["mimetype", "xl/workbook.bin"];

/**
 * Throws ReadError. A part that turns out larger than the list says is not unpacked further by what reads it, so the
 * list is enough. @param {Uint8Array} bytes
 */
export function checkArchive(bytes) {
  const parts = listed(bytes);
  const names = new Set(parts.map(({ name }) => name));
  if (!names.has(WORKBOOK))
    throw new ReadError(OTHERS.some((name) => names.has(name)) ? "other_workbook" : "not_a_workbook");
  if (parts.length > limits.PARTS)
    throw new ReadError("too_many_parts", { parts: parts.length, limit: limits.PARTS });
  let unpacked = 0;
  for (const { name, size, originalSize } of parts) {
    // a size of nought would not be looked at by what reads it, and then means any size
    if (!originalSize && !name.endsWith("/")) throw new ReadError("damaged");
    const limit = SHARED_STRINGS.test(name) ? limits.SHARED_STRINGS_BYTES : limits.PART_BYTES;
    if (originalSize > limit) throw new ReadError("unpacked_too_large", { bytes: originalSize, limit });
    unpacked += originalSize;
    if (originalSize > limits.RATIO_FROM_BYTES && originalSize > size * limits.RATIO)
      throw new ReadError("packed_too_tightly", { bytes: originalSize, limit: limits.RATIO });
  }
  if (unpacked > limits.UNPACKED_BYTES)
    throw new ReadError("unpacked_too_large", { bytes: unpacked, limit: limits.UNPACKED_BYTES });
}

/** @param {Uint8Array} bytes */
function listed(bytes) {
  /** @type {import("fflate").UnzipFileInfo[]} */
  const parts = [];
  const filter = (/** @type {import("fflate").UnzipFileInfo} */ part) => {
    parts.push(part);
    return false;
  };
  try {
    unzipSync(bytes, { filter });
  } catch {
    throw new ReadError("damaged");
  }
  return parts;
}
