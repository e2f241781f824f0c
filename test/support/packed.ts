import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The package as a user gets it. */
export interface Packed {
  /** The tarball. */
  readonly tarball: string;
  /** A folder of a user's project, with the tarball and its peers installed. */
  readonly project: string;
}

/** Which release of a peer: the one that is developed with, or the oldest that is allowed. */
type Release = "newest" | "oldest";

/** Packs the built package and installs it with its peers in an empty folder, which the caller removes. */
export function installPacked(root: string, release: Release = "newest"): Packed {
  const project = mkdtempSync(join(tmpdir(), "alphanode-post-"));
  const npm = (cwd: string, ...args: string[]): string =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const { devDependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [{ filename }] = JSON.parse(
    npm(root, "pack", "--ignore-scripts", "--json", "--loglevel=error", "--pack-destination", project),
  );
  const tarball = join(project, filename);
  const peers = Object.keys(peerDependencies).map((name) => {
    const range: string = peerDependencies[name];
    return `${name}@${release === "oldest" ? range.replace("^", "") : devDependencies[name]}`;
  });
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  npm(
    project,
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    tarball,
    ...peers,
  );
  return { tarball, project };
}
