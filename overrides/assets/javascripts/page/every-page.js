// Everything of ours that a page without a calculator runs.

import "./folds.js";
import "./language-switch.js";
import "./offline.js";
import "./search-button.js";
