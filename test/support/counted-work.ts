/**
 * Counts what a function does in units that depend on its input alone, not on the machine: characters that regular
 * expressions pass over, elements of arrays that are visited or copied. Cutting a text copies nothing.
 */
export function workOf(run: () => unknown): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const patch = (owner: object, name: string, make: (own: Method) => Method): void => {
    const own = Reflect.get(owner, name) as Method;
    const put = (value: Method): unknown =>
      Reflect.defineProperty(owner, name, { value, writable: true, configurable: true });
    put(make(own));
    restore.push(() => put(own));
  };
  patch(
    RegExp.prototype,
    "exec",
    (own) =>
      function (this: RegExp, text) {
        const from = this.lastIndex;
        const found = own.call(this, text) as RegExpExecArray | null;
        // A pattern that holds at one place alone is not looked for further on.
        const isFixed = this.sticky || (this.source.startsWith("^") && !this.multiline);
        const none = isFixed ? from : String(text).length;
        const past = found === null ? none : found.index + found[0].length;
        work += 1 + Math.max(past - from, 0);
        return found;
      },
  );
  for (const name of COPIES)
    patch(
      Array.prototype,
      name,
      (own) =>
        function (this: unknown[], ...given) {
          const result = own.apply(this, given) as unknown[];
          work += 1 + result.length;
          return result;
        },
    );
  for (const name of VISITS)
    patch(
      Array.prototype,
      name,
      (own) =>
        function (this: unknown[], visit, ...given) {
          const counted: Method = (...seen) => {
            work++;
            return (visit as Method)(...seen);
          };
          return own.call(this, counted, ...given);
        },
    );
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return work;
}

// biome-ignore lint/suspicious/noExplicitAny: methods of all kinds
type Method = (this: any, ...given: any[]) => unknown;

const COPIES = ["slice", "concat", "toSorted"];

const VISITS = [
  "map",
  "flatMap",
  "filter",
  "forEach",
  "some",
  "every",
  "find",
  "findLast",
  "findIndex",
  "findLastIndex",
  "reduce",
];
