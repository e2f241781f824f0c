/**
 * Code that stands between shortcodes in the content of a post, as plugins for highlighting have it: `[code]…[/code]`. A
 * page shows it as code.
 */

/** Names of such shortcodes: those of plugins, and languages. */
const START =
  /(?<!\[)\[(code|sourcecode|source|highlight|crayon|pre|bash|shell|sh|php|js|javascript|jscript|ts|typescript|python|py|css|sql|html|xml|yaml|json|java|ruby|go|rust|nginx|ini|text|plain)(?:[ \t][^\]\n<]*)?\]/g;

/** Gives content with such code as the HTML that it stands for. */
export function codeAsHtml(content: string): string {
  let html = "";
  let past = 0;
  // A name without an end is not looked for again, so that many starts cost no more than one.
  const endless = new Set<string>();
  for (const { 0: mark, 1: name = "", index } of content.matchAll(START)) {
    if (index < past || endless.has(name)) continue;
    const start = index + mark.length;
    const end = content.indexOf(`[/${name}]`, start);
    if (end < 0) {
      endless.add(name);
      continue;
    }
    const code = content
      .slice(start, end)
      .replace(/^\r?\n/, "")
      .trimEnd();
    html += `${content.slice(past, index)}<pre>${code.replaceAll("<", "&lt;")}</pre>`;
    past = end + name.length + 3;
  }
  return html + content.slice(past);
}
