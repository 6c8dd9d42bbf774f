// <payroll-calculator>: the element. What the reader enters never leaves the browser, and of a file nothing is kept.

import { defineWhole } from "../assets/javascripts/page/begins.js";
import { Payroll } from "./payroll.js";

defineWhole("payroll-calculator", (element) => new Payroll(element).begin());
