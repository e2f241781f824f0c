import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and those over it that are not there. Node's own way never ends where a folder takes no other, as `/proc`.
 *
 * @throws the error of the system where there can be none
 */
export async function makeFolder(dir: string): Promise<void> {
  const found = await stat(dir).catch(() => undefined);
  if (found?.isDirectory()) return;
  try {
    await mkdir(dir);
  } catch (error) {
    const over = dirname(dir);
    const isOpen = (error as NodeJS.ErrnoException).code === "ENOENT" && over !== dir;
    if (!isOpen || (await stat(over).catch(() => undefined)) !== undefined) throw error;
    await makeFolder(over);
    await mkdir(dir);
  }
}
