/** Loads what reads or writes a form and needs a package that is installed by those who want it. */
export async function load<Library>(name: string, library: Promise<Library>): Promise<Library> {
  try {
    return await library;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new Error(
      `the package ${name} is needed for this, and is not installed; run: npm install ${name}`,
      {
        cause,
      },
    );
  }
}
