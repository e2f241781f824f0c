import * as library from "alphanode-post";
import * as synth from "alphanode-post/synth";
import { smoke } from "./smoke.js";

/** What the page reports: the result, or why there is none. */
function report() {
  try {
    return smoke(library, synth);
  } catch (error) {
    return { error: String(error) };
  }
}

const told = report();
// The browser tells violations after the script that made them.
setTimeout(() => {
  document.body.textContent = encodeURIComponent(
    JSON.stringify({ ...told, violations: globalThis.violations }),
  );
}, 100);
