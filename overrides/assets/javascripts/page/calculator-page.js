// Everything of ours that a page with a calculator runs, in one file: one request instead of fifteen.

import "./notice-calculator.js";
import "./every-page.js";
import "./theme-later.js";
