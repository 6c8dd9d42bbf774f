// Everything of ours that the page with the payroll calculator runs, in one file.

import "./payroll-calculator.js";
import "../assets/javascripts/page/every-page.js";
import "../assets/javascripts/page/theme-later.js";
