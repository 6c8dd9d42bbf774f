// <notice-calculator>: the element. What the reader enters never leaves the browser.

import { Calculator } from "../../../calculator/calculator.js";
import { defineWhole } from "./begins.js";

defineWhole("notice-calculator", (element) => new Calculator(element).begin());
