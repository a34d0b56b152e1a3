import "./frame.js";
import "./explanation.js";
