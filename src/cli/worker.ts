// What a worker thread of the pool runs for each message.
export { parseBatch as default } from "./batch.ts";
