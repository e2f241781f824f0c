import type { STACKS } from "./words.ts";

/** What a post on a stack names beside it. */
export interface StackDetails {
  /** The field the stack belongs to. */
  readonly area: string;
  /** The language of its code. */
  readonly language: string;
  /** Four to six tools. */
  readonly tools: readonly string[];
  /** Whether these are the site's own words. Where not, they are plausible words of this library's choice. */
  readonly observed: boolean;
}

/** Details of each stack. Only four were seen in posts. */
export const STACK_DETAILS: Readonly<Record<(typeof STACKS)[number], StackDetails>> = {
  php: {
    area: "backend",
    language: "php",
    tools: ["composer", "php-fpm", "xdebug", "phpunit", "git", "logs"],
    observed: true,
  },
  "wordpress plugin development": {
    area: "cms",
    language: "php",
    tools: ["wp-cli", "query monitor", "phpcs", "phpunit", "git", "logs"],
    observed: false,
  },
  "laravel queues": {
    area: "backend",
    language: "php",
    tools: ["artisan", "horizon", "redis", "supervisor", "git", "logs"],
    observed: false,
  },
  javascript: {
    area: "frontend",
    language: "javascript",
    tools: ["npm", "eslint", "vite", "playwright", "git", "logs"],
    observed: false,
  },
  typescript: {
    area: "frontend",
    language: "typescript",
    tools: ["tsc", "vitest", "eslint", "npm", "git", "logs"],
    observed: false,
  },
  react: {
    area: "frontend",
    language: "javascript",
    tools: ["react devtools", "testing library", "vite", "eslint", "git", "logs"],
    observed: false,
  },
  "next.js": {
    area: "frontend",
    language: "javascript",
    tools: ["next build", "lighthouse", "playwright", "eslint", "git", "logs"],
    observed: false,
  },
  "node.js api design": {
    area: "backend",
    language: "javascript",
    tools: ["express", "openapi", "pino", "npm", "git", "logs"],
    observed: false,
  },
  "python services": {
    area: "backend",
    language: "python",
    tools: ["fastapi", "pytest", "uvicorn", "ruff", "git", "logs"],
    observed: true,
  },
  "docker compose": {
    area: "devops",
    language: "yaml",
    tools: ["docker", "compose", "buildkit", "volumes", "git", "logs"],
    observed: false,
  },
  "nginx performance": {
    area: "devops",
    language: "nginx",
    tools: ["nginx", "curl", "wrk", "brotli", "git", "logs"],
    observed: false,
  },
  "apache configuration": {
    area: "devops",
    language: "apache",
    tools: ["apachectl", "mod_rewrite", "curl", "ab", "git", "logs"],
    observed: false,
  },
  "linux server operations": {
    area: "devops",
    language: "bash",
    tools: ["systemd", "journalctl", "ss", "cron", "git", "logs"],
    observed: true,
  },
  "mysql query tuning": {
    area: "database",
    language: "sql",
    tools: ["explain", "slow query log", "mysqldump", "percona toolkit", "git", "logs"],
    observed: false,
  },
  "postgresql indexing": {
    area: "database",
    language: "sql",
    tools: ["explain analyze", "psql", "pg_stat_statements", "pgbadger", "git", "logs"],
    observed: false,
  },
  "redis caching": {
    area: "database",
    language: "bash",
    tools: ["redis-cli", "slowlog", "sentinel", "memtier", "git", "logs"],
    observed: false,
  },
  "cloudflare caching": {
    area: "cloud",
    language: "text",
    tools: ["cache rules", "waf", "dns", "workers", "git", "logs"],
    observed: true,
  },
  "github actions ci": {
    area: "devops",
    language: "yaml",
    tools: ["workflows", "runners", "artifacts", "actionlint", "git", "logs"],
    observed: false,
  },
  "rest api versioning": {
    area: "backend",
    language: "json",
    tools: ["openapi", "curl", "spectral", "postman", "git", "logs"],
    observed: false,
  },
  "tailwind css layout systems": {
    area: "frontend",
    language: "html",
    tools: ["tailwind cli", "postcss", "vite", "prettier", "git", "logs"],
    observed: false,
  },
};
