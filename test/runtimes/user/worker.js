import { Worker } from "node:worker_threads";

new Worker(new URL("./module.js", import.meta.url));
