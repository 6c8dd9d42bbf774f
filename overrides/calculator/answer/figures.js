// The figures of a decision by their ids.

/** @import { Figure, Finding } from "../../assets/javascripts/protocol.d.ts" */

/** Of figures with one id the first counts. @param {Finding[]} findings @returns {Record<string, Figure>} */
export const figuresOf = (findings) => Object.assign({}, ...findings.map(({ figures }) => figures).reverse());
