// Everything of ours that a framed page runs, in one file.

import "./framed.js";
import "./notice-calculator.js";
import "./folds.js";
