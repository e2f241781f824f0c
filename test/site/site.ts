import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** What is taken from Debian, unpacked into a temporary folder: nothing is installed. */
const PACKAGES = [
  "wordpress",
  "wordpress-theme-twentytwentyone",
  "mariadb-server",
  "php-cli",
  "php-mysql",
  "php-xml",
  "php-mbstring",
];
/** PHP's own extensions that WordPress needs. */
const EXTENSIONS = [
  "mysqlnd",
  "mysqli",
  "dom",
  "simplexml",
  "xml",
  "xmlreader",
  "mbstring",
  "ctype",
  "tokenizer",
  "fileinfo",
  "iconv",
  "posix",
];
const PORT = 18_473;

/** A WordPress site of its own, in a temporary folder. */
export class Site {
  readonly address = `http://127.0.0.1:${PORT}`;
  private readonly folder = mkdtempSync(join(tmpdir(), "alphanode-site-"));
  private readonly root = join(this.folder, "root");
  private readonly site = join(this.folder, "site");
  private readonly started: ChildProcess[] = [];

  /** Fetches and unpacks what is needed, and starts database and site. Gives the version of WordPress. */
  async start(scripts: string): Promise<string> {
    this.unpack();
    await this.startDatabase();
    cpSync(join(this.root, "usr/share/wordpress"), this.site, { recursive: true, verbatimSymlinks: true });
    this.mendLinks(this.site);
    writeFileSync(join(this.site, "wp-config.php"), this.config());
    mkdirSync(join(this.site, "wp-content/mu-plugins"), { recursive: true });
    cpSync(join(scripts, "box.php"), join(this.site, "wp-content/mu-plugins/box.php"));
    const version = this.php(join(scripts, "install.php"));
    this.run(this.phpPath(), [
      ...this.phpOptions(),
      "-S",
      `127.0.0.1:${PORT}`,
      "-t",
      this.site,
      join(scripts, "router.php"),
    ]);
    await this.until("the site", async () => (await fetch(`${this.address}/index.php?rest_route=/`)).ok);
    return version;
  }

  /** Runs a PHP script with the site's folder and what else it is given; gives what it prints. */
  php(script: string, ...args: string[]): string {
    return execFileSync(this.phpPath(), [...this.phpOptions(), script, this.site, ...args], {
      env: this.env(),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  }

  /** Stops what was started, and takes the folder away. */
  async stop(): Promise<void> {
    for (const child of this.started.reverse()) {
      child.kill();
      if (child.exitCode === null)
        await Promise.race([new Promise((resolve) => child.once("exit", resolve)), setTimeout(20_000)]);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private unpack(): void {
    const debs = join(this.folder, "debs");
    mkdirSync(debs);
    const plan = execFileSync(
      "apt-get",
      ["install", "--simulate", "--yes", "--no-install-recommends", ...PACKAGES],
      { encoding: "utf8" },
    );
    const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name as string);
    execFileSync("apt-get", ["download", ...new Set([...PACKAGES.slice(0, 2), ...names])], {
      cwd: debs,
      stdio: "ignore",
    });
    for (const file of readdirSync(debs)) execFileSync("dpkg", ["-x", join(debs, file), this.root]);
  }

  private async startDatabase(): Promise<void> {
    const data = join(this.folder, "data");
    const base = join(this.root, "usr");
    const common = ["--no-defaults", `--datadir=${data}`, `--basedir=${base}`, "--user=root"];
    execFileSync(
      join(base, "bin/mariadb-install-db"),
      [...common, "--auth-root-authentication-method=normal", "--skip-test-db"],
      { env: this.env(), stdio: "ignore" },
    );
    const socket = join(this.folder, "db.sock");
    this.run(join(base, "sbin/mariadbd"), [
      ...common,
      `--socket=${socket}`,
      "--skip-networking",
      `--pid-file=${join(this.folder, "db.pid")}`,
    ]);
    await this.until("the database", async () => existsSync(socket));
    execFileSync(
      join(base, "bin/mariadb"),
      ["--no-defaults", `--socket=${socket}`, "-u", "root", "-e", "CREATE DATABASE wp CHARACTER SET utf8mb4"],
      { env: this.env() },
    );
  }

  private config(): string {
    return `<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${join(this.folder, "db.sock")}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '${this.address}'); define('WP_SITEURL', '${this.address}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
  }

  /** Has links that lead to where packages are installed lead to where they are unpacked. */
  private mendLinks(folder: string): void {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const stat = lstatSync(path);
      if (stat.isDirectory()) this.mendLinks(path);
      if (!stat.isSymbolicLink() || existsSync(path)) continue;
      const target = join(
        this.root,
        join("/usr/share/wordpress", path.slice(this.site.length), "..", readlinkSync(path)),
      );
      const absolute = readlinkSync(path).startsWith("/") ? join(this.root, readlinkSync(path)) : target;
      unlinkSync(path);
      if (existsSync(absolute)) symlinkSync(absolute, path);
    }
  }

  private phpPath = (): string => join(this.root, "usr/bin/php8.2");

  private phpOptions(): string[] {
    const folder = join(this.root, "usr/lib/php/20220829");
    const there = EXTENSIONS.filter((name) => existsSync(join(folder, `${name}.so`)));
    return [
      "-n",
      "-d",
      `extension_dir=${folder}`,
      "-d",
      "memory_limit=1G",
      "-d",
      "max_execution_time=0",
      "-d",
      "display_errors=stderr",
      ...there.flatMap((name) => ["-d", `extension=${name}`]),
    ];
  }

  private env(): NodeJS.ProcessEnv {
    const libraries = ["usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "lib/x86_64-linux-gnu"];
    const path = ["usr/sbin", "usr/bin"].map((folder) => join(this.root, folder)).join(":");
    return {
      ...process.env,
      PATH: `${path}:${process.env.PATH}`,
      LD_LIBRARY_PATH: libraries.map((folder) => join(this.root, folder)).join(":"),
    };
  }

  private run(file: string, args: string[]): void {
    this.started.push(spawn(file, args, { env: this.env(), stdio: "ignore" }));
  }

  private async until(what: string, isReady: () => Promise<boolean>): Promise<void> {
    for (let i = 0; i < 120; i++) {
      if (await isReady().catch(() => false)) return;
      await setTimeout(500);
    }
    throw new Error(`${what} did not start within a minute`);
  }
}
