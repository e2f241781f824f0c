/** Works on so many items at once, and gives what comes of each in their order, as soon as it is there. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = items[Symbol.asyncIterator]();
  const started: Promise<Result>[] = [];
  try {
    let coming: Promise<IteratorResult<Item>> | undefined = toldLater(source.next());
    while (coming !== undefined || started.length > 0) {
      const [first] = started;
      const isFull = coming === undefined || started.length === atOnce;
      // The next item is waited for no longer than the first result.
      const come = isFull ? undefined : await Promise.race(first ? [coming, first.then(() => {})] : [coming]);
      if (!come) {
        started.shift();
        yield await (first as Promise<Result>);
      } else if (come.done) coming = undefined;
      else {
        started.push(toldLater(work(come.value)));
        coming = toldLater(source.next());
      }
    }
  } finally {
    // An item that never comes is not waited for.
    toldLater(Promise.resolve(source.return?.()));
  }
}

/** A promise whose failure is told when it is waited for, and not before. */
function toldLater<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}
