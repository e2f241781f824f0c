// What a thread runs: it parses the batches that it is sent, one after the other, and sends back what came of each.
import { on } from "node:events";
import { type MessagePort, parentPort } from "node:worker_threads";
import { type Batch, parseBatch } from "./batch.ts";

const port = parentPort as MessagePort;
for await (const [batch] of on(port, "message") as AsyncIterable<[Batch]>) {
  const result = await parseBatch(batch);
  port.postMessage(result, [result.lines.buffer as ArrayBuffer]);
}
