// Small WebAssembly modules, written by hand, and Pyodide's own.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { writeSections } from "../wasm/sections.mjs";

export const PYODIDE = path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
export const stockBinary = () => fs.readFileSync(path.join(PYODIDE, "pyodide.asm.wasm"));

/** @param {...number} bytes */
export const bytes = (...bytes) => Buffer.from(bytes);

/** A function body without local variables. @param {...number} code */
export const body = (...code) => bytes(0, ...code, 0x0b);

/** @param {string} text */
const named = (text) => [text.length, ...Buffer.from(text)];

const I32 = 0x7f;
/**
 * Imports function a.f, global a.g and table a.t; memory of 2 pages; globals: mutable 5, constant 1000, mutable 7;
 * exports f, the own function 1 as "run", and the constant as "address"; a data segment at 16.
 */
export const small = () =>
  writeSections([
    { id: 1, body: bytes(1, 0x60, 0, 1, I32) },
    {
      id: 2,
      body: bytes(
        ...[3, ...named("a"), ...named("f"), 0, 0],
        ...[...named("a"), ...named("g"), 3, I32, 0],
        ...[...named("a"), ...named("t"), 1, 0x70, 1, 1, 8],
      ),
    },
    { id: 3, body: bytes(2, 0, 0) },
    { id: 5, body: bytes(1, 0, 2) },
    {
      id: 6,
      body: bytes(
        ...[3, I32, 1, 0x41, 5, 0x0b],
        ...[I32, 0, 0x41, 0xe8, 0x07, 0x0b],
        ...[I32, 1, 0x41, 7, 0x0b],
      ),
    },
    { id: 7, body: bytes(2, ...named("run"), 0, 1, ...named("address"), 3, 2) },
    { id: 10, body: bytes(2, 4, 0, 0x23, 1, 0x0b, 4, 0, 0x41, 1, 0x0b) },
    { id: 11, body: bytes(1, 0, 0x41, 16, 0x0b, 3, 1, 2, 3) },
  ]);

export const smallImports = () => {
  const g = new WebAssembly.Global({ value: "i32", mutable: false }, 0);
  return { a: { f: () => 3, g, t: new WebAssembly.Table({ element: "anyfunc", initial: 1, maximum: 8 }) } };
};
