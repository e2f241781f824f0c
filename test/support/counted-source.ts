import { Source } from "../../src/syntax/scan.ts";

/** A source that counts the characters that are read of it, again where they are read again. */
export class CountedSource extends Source {
  touched = 0;

  override touch(from: number, to: number): void {
    this.touched += to - from + 1;
  }
}
