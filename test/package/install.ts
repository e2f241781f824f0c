import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { installPacked, type Packed } from "../support/packed.ts";

declare module "vitest" {
  export interface ProvidedContext {
    packed: Packed;
  }
}

/** Installs the packed package once for all tests. */
export default function setup({ config, provide }: TestProject): () => void {
  const packed = installPacked(config.root);
  provide("packed", packed);
  return () => rmSync(packed.project, { recursive: true });
}
