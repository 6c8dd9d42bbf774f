// What the rules give of each row, and amounts as whole sen: they are added up here, and a float would lose some.

/** In the order in which the rules give them. */
export const VALUES = [
  "act4_employer",
  "act4_employee",
  "act800_employer",
  "act800_employee",
  "skbbk_employee",
  "employer_total",
  "employee_total",
  "due_on",
  "days_late",
  "interest_estimate",
];

/** Those that are no amounts. */
export const PLAIN = new Set(["due_on", "days_late"]);

/** A plain decimal in ringgit with two places as sen; what is not known counts as nothing. @param {unknown} text */
export const sen = (text) => Number(String(text ?? "").replace(".", "") || 0);

/** Sen as a plain decimal in ringgit. @param {number} amount */
export const ringgit = (amount) => `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;

/** An amount as the rules write one (calculator/engine/figures.py). @param {number} amount in sen @param {string} lang */
export function money(amount, lang) {
  const [whole = "", parts = ""] = ringgit(amount).split(".");
  const text = `${grouped(whole)}.${parts}`;
  return lang === "zh" ? `${text}令吉` : `RM${text}`;
}

/** A whole number with its thousands separated. @param {number | string} number */
export const grouped = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
