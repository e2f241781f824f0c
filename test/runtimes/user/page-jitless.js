import "./jitless.js";
import "./page.js";
