/**
 * Words the format is known to use. Only five whole boxes and some three hundred articles were read, so each list
 * is open: an unlisted word is still a word.
 */

/** Values of `difficulty`. */
export const DIFFICULTIES = ["beginner", "intermediate", "advanced"] as const;

/** Values of `revision.status`. */
export const STATUSES = ["drafted", "reviewed", "expanded"] as const;

/** Values of `code language`. */
export const CODE_LANGUAGES = ["bash", "python", "php", "text"] as const;

/** The `type` of an entity. */
export const ENTITY_TYPES = ["stack", "area", "problem"] as const;

/** Technologies posts are about, in the order by which the post number picks one. */
export const STACKS = [
  "php",
  "wordpress plugin development",
  "laravel queues",
  "javascript",
  "typescript",
  "react",
  "next.js",
  "node.js api design",
  "python services",
  "docker compose",
  "nginx performance",
  "apache configuration",
  "linux server operations",
  "mysql query tuning",
  "postgresql indexing",
  "redis caching",
  "cloudflare caching",
  "github actions ci",
  "rest api versioning",
  "tailwind css layout systems",
] as const;

/** Problems posts are about, by index. The site skips number 15: no post with it was seen. */
export const PROBLEMS = [
  "reducing slow admin pages",
  "building safer deployment steps",
  "debugging cache invalidation",
  "designing predictable api responses",
  "cleaning up legacy configuration",
  "protecting expensive endpoints",
  "improving database queries",
  "handling background jobs",
  "organizing frontend state",
  "making logs useful during incidents",
  "writing maintainable validation rules",
  "separating config from business logic",
  "avoiding duplicate content in large sites",
  "running scheduled tasks reliably",
  "creating rollback friendly releases",
  null,
  "hardening file upload flows",
  "documenting production defaults",
  "testing critical paths before launch",
  "making search pages faster",
  "building practical monitoring checks",
  "keeping staging close to production",
  "managing redirects without surprises",
  "choosing cache boundaries",
  "preparing content heavy wordpress sites",
  "keeping api clients stable",
  "reducing build time",
  "improving asset delivery",
  "migrating settings without downtime",
  "making service health visible",
  "reviewing security headers",
  "tracking data quality signals",
] as const;

/** Settings posts are written for, by index. */
export const SCENARIOS = [
  "for a content heavy programming website",
  "for a small engineering team",
  "on a single vps",
  "behind a cdn",
  "inside a wordpress workflow",
  "with a docker based staging setup",
  "for a high traffic article archive",
  "for a team that ships daily",
  "without adding unnecessary dependencies",
  "with simple rollback steps",
  "while keeping the admin area responsive",
  "for long term maintenance",
  "with clear owner notes",
  "during a production cleanup",
  "before a major migration",
  "for api-first products",
  "for developer documentation",
  "with practical defaults",
] as const;

/** The words that {@link SCENARIOS} start with. */
export const SCENARIO_STARTS = [
  "for",
  "on",
  "behind",
  "inside",
  "with",
  "without",
  "while",
  "during",
  "before",
] as const;

/** What may follow a title after a colon, by index. */
export const EDITIONS = [
  "step by step",
  "real project edition",
  "developer workflow",
  "alphanode notes",
  "maintenance guide",
] as const;

/** How titles are put together, by index. */
export const TITLE_PATTERNS = [
  "practical guide to {problem} with {stack}",
  "how to handle {problem} in {stack}",
  "{stack} notes: {problem} {scenario}",
  "production checklist for {problem} in {stack}",
  "field notes on {problem} for {stack}",
  "building a safer workflow for {problem} with {stack}",
] as const;

/** The five items of an article's checklist, by index. */
export const CHECKLISTS = [
  [
    "capture the current behavior",
    "create a safe backup",
    "test the smallest change",
    "watch logs after release",
    "write the final note",
  ],
  [
    "confirm inputs are validated",
    "check permissions",
    "add a retry-safe path",
    "record the expected response",
    "review the failure mode",
  ],
  [
    "inspect cache headers",
    "test logged-in traffic",
    "purge only the affected route",
    "measure response time",
    "keep a rollback command ready",
  ],
  [
    "review query plans",
    "add indexes carefully",
    "test with realistic data",
    "compare before and after metrics",
    "document the migration",
  ],
  ["run linting", "run unit tests", "run one integration check", "verify staging config", "tag the release"],
] as const;

/** Hosts of images, in the order by which the post number picks one. */
export const IMAGE_HOSTS = [
  "picsum.photos",
  "placehold.co",
  "dummyimage.com",
  "loremflickr.com",
  "unsplash",
  "unsplash",
  "unsplash",
  "unsplash",
] as const;
