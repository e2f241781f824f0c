import fc from "fast-check";
import { letters } from "./words.ts";

/** An identifier of a program. */
const name = letters(2, 8);

/** Snippets of many languages around two names. Some have empty lines within, dashes for bullets, or comments. */
const SNIPPETS: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `const ${a} = await load("${b}");\n\nif (!${a}) {\n  throw new Error("${b}");\n}`,
  (a, b) => `def ${a}(${b}):\n    return ${b} + 1`,
  (a, b) => `import ${a}\n\n${a}.run(${b})`,
  (a, b) => `<?php\n$${a} = ${b}();\necho $${a};`,
  (a, b) => `systemctl restart ${a}.service\njournalctl -u ${b} -n 50`,
  (a, b) => `npm run ${a}\nnpm run ${b}`,
  (a, b) => `git push ${a} ${b}`,
  (a, b) => `select ${a} from ${b} where ${a} = 1;`,
  (a, b) => `SELECT ${a}\nFROM ${b}\nLIMIT 5`,
  (a, b) => `services:\n  ${a}:\n    image: ${b}:1.2\n    ports:\n      - "80:80"`,
  (a, b) => `- name: ${a}\n  run: ${b}`,
  (a, b) => `location /${a} {\n    proxy_pass http://${b};\n}`,
  (a, b) => `<div class="${a}">\n  <p>${b}</p>\n</div>`,
  (a, b) => `.${a} {\n  color: ${b};\n}`,
  (a, b) => `{\n  "${a}": "${b}"\n}`,
  (a, b) => `# ${a} ${b} first.\n${a} --${b}`,
  (a, b) => `* * * * * /usr/bin/${a} ${b}`,
  (a, b) => `rule: send ${a} to ${b}, then keep it for a day.`,
  (a, b) => `[${a}]\n${b}=yes\n\n[${b}]\n${a}=no`,
];

/** A code block as posts have them. */
export const code = fc
  .tuple(fc.constantFrom(...SNIPPETS), name, name)
  .map(([snippet, a, b]) => snippet(a, b));
