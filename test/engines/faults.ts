import { mkdirSync, writeFileSync } from "node:fs";
import { ALPHANODE, at } from "./place.ts";
import type { Way } from "./ways.ts";

/** What goes wrong outside of posts, at which a job has to fail. */
export interface Fault {
  readonly name: string;
  /** Whether it comes to a way. */
  readonly meets: (way: Way) => boolean;
  /** Where the way is to write. */
  readonly out: string;
  /** The command that the way is told of. */
  readonly alphanode: (way: Way) => string;
  /** What the call stands behind. */
  readonly within: readonly string[];
}

/** A command with a fault, that other calls than the one that is named do not have. */
function faulty(name: string, call: string | undefined, body: string): string {
  const path = at(`${name}-${call}`);
  writeFileSync(path, `#!/bin/sh\n[ "$1" = ${call} ] || exec "${ALPHANODE}" "$@"\n${body}\n`, {
    mode: 0o755,
  });
  return path;
}

/** Gives the parser, which has the process of the shell, a part of its lines, and kills it then. */
const KILLED = `pipe=$(mktemp -u)
mkfifo "$pipe"
exec 3<&0
{ rm "$pipe"; head -c 1000000 <&3; kill -9 $$; } > "$pipe" &
exec "${ALPHANODE}" "$@" < "$pipe"`;

/** A disk of 8 kB that is there for one call. */
const SMALL = `mount -t tmpfs -o size=8k none "${at("small")}" && "$@"
status=$?
[ -e "${at("small/out/_SUCCESS")}" ] && exit 0
exit $status`;

const out = at("out-faulty");

export const FAULTS: readonly Fault[] = [
  {
    name: "parser killed",
    meets: ({ runs }) => runs === "parse",
    out,
    alphanode: ({ runs }) => faulty("killed", runs, KILLED),
    within: [],
  },
  {
    name: "a wrong option",
    meets: ({ runs }) => runs !== undefined,
    out,
    alphanode: ({ runs }) => faulty("wrong", runs, `exec "${ALPHANODE}" "$@" --no-such-option`),
    within: [],
  },
  {
    name: "disk full",
    meets: () => true,
    out: at("small/out"),
    alphanode: () => {
      mkdirSync(at("small"), { recursive: true });
      return ALPHANODE;
    },
    within: ["unshare", "--map-root-user", "--mount", "sh", "-c", SMALL, "sh"],
  },
];
