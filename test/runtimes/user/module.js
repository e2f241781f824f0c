import * as library from "alphanode-post";
import * as synth from "alphanode-post/synth";
import { smoke } from "./smoke.js";

console.log(JSON.stringify(smoke(library, synth)));
