// Four digits that tell whether two texts are the same; nothing is protected by them.

/** The last four digits of the text's CRC-32, which Python has in zlib. @param {string} text */
export function checksum(text) {
  let rest = -1;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (~rest & 0xffff).toString(16).padStart(4, "0");
}
