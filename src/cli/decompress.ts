import { spawn } from "node:child_process";
import { pipeline, Readable } from "node:stream";
import zlib from "node:zlib";
import { follow } from "./chunks.ts";

type Chunks = AsyncIterable<Buffer>;

/** Node's own zstd, from 22.15 on; the types are those of Node 20. */
const { createZstdDecompress } = zlib as { createZstdDecompress?: () => zlib.Gunzip };

/** What compressed data begin with, and how they are read. */
const FORMATS: readonly { readonly magic: readonly number[]; readonly read: (chunks: Chunks) => Chunks }[] = [
  { magic: [0x1f, 0x8b], read: gunzip },
  {
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    read: createZstdDecompress ? (chunks) => through(chunks, createZstdDecompress()) : unzstdByProgram,
  },
];

/** Gives data as they were before they were compressed by gzip or zstd, which their first bytes tell. */
export async function* decompressed(chunks: Chunks): Chunks {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  // More is waited for only where what is there may be the start of a magic number: a line is answered at once.
  for (let magic = true; magic; ) {
    const { done, value } = await iterator.next();
    if (done) break;
    head = Buffer.concat([head, value]);
    magic = FORMATS.some(
      ({ magic }) =>
        head.length < magic.length && magic.every((byte, i) => i >= head.length || head[i] === byte),
    );
  }
  const format = FORMATS.find(({ magic }) => magic.every((byte, i) => head[i] === byte));
  const whole = follow(head, iterator);
  yield* format === undefined ? whole : format.read(whole);
}

/** Reads gzip, of any number of members. Node ends at a zero after a member; only zeros may follow there. */
async function* gunzip(chunks: Chunks): Chunks {
  let length = 0;
  let zeros = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      length += chunk.length;
      let end = chunk.length;
      while (end > 0 && chunk[end - 1] === 0) end -= 1;
      zeros = chunk.length - end + (end === 0 ? zeros : 0);
      yield chunk;
    }
  };
  const stream = zlib.createGunzip();
  yield* through(counted(), stream);
  if (length - stream.bytesWritten > zeros) throw new Error("what follows the compressed data is not gzip");
}

async function* through(chunks: Chunks, stream: zlib.Gunzip): Chunks {
  pipeline(Readable.from(chunks, { objectMode: false }), stream, () => {});
  yield* stream;
}

/** Node before 22.15 has no zstd; the program of that name has. */
async function* unzstdByProgram(chunks: Chunks): Chunks {
  const program = spawn("zstd", ["-dcq"], { stdio: ["pipe", "pipe", "pipe"] });
  const failed = new Promise<never>((_, reject) => {
    program.once("error", () => reject(new Error("zstd needs Node 22.15 or later, or the program zstd")));
  });
  pipeline(Readable.from(chunks, { objectMode: false }), program.stdin, () => {});
  const ended = new Promise<number | null>((resolve) => program.once("close", resolve));
  const said: Buffer[] = [];
  program.stderr.on("data", (chunk) => said.push(chunk));
  failed.catch(() => {});
  yield* program.stdout;
  const status = await Promise.race([ended, failed]);
  if (status !== 0) throw new Error(Buffer.concat(said).toString().trim() || `zstd ended with ${status}`);
}
