const library = require("alphanode-post");
const synth = require("alphanode-post/synth");

import("./smoke.js").then(({ smoke }) => console.log(JSON.stringify(smoke(library, synth))));
