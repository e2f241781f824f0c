import type { Reading, ShownIssue } from "./reading.ts";

type Child = Node | string;

/** Makes an element. Text goes in as text, so that nothing of a post is ever taken for markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  facts: Partial<HTMLElementTagNameMap[Name]>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), facts);
  made.append(...children);
  return made;
}

/** The place of a value in the post: `meta.score.quality`. */
const placeOf = (path: readonly (string | number)[]): string =>
  path.length > 0 ? ` at ${path.join(".")}` : "";

/** Shows issues, each with its frame and a way to where it stands, and how many more there are. */
export function issuesView({ issues, errors, warnings }: Reading, onGo: (issue: ShownIssue) => void): Node[] {
  if (issues.length === 0) return [element("p", {}, "Nothing is wrong with this text.")];
  const more = errors + warnings - issues.length;
  const shown = issues.map((issue) => {
    const { code, severity, message, frame, path, position } = issue;
    const place = `line ${position.start.line}`;
    const go = element("button", { type: "button", ariaLabel: `Go to ${place}: ${code}` }, `Go to ${place}`);
    go.addEventListener("click", () => onGo(issue));
    return element(
      "article",
      { className: `issue ${severity}` },
      element("h3", {}, `${severity} ${code}${placeOf(path)}`),
      element("p", {}, message),
      ...textView(`The text at ${place}`, frame),
      go,
    );
  });
  return more > 0 ? [...shown, element("p", {}, `… and ${more} more issues.`)] : shown;
}

/** Shows text as it is, in a field that scrolls. */
export const textView = (label: string, text: string): Node[] => [
  element("pre", { tabIndex: 0, role: "group", ariaLabel: label }, text),
];

/** Shows how two posts compare, facet by facet, and where they differ. */
export function comparisonView(comparison: Reading["comparison"]): Node[] {
  if (comparison === undefined)
    return [element("p", {}, "Paste a second post to compare it with the first.")];
  const { score, facets, errors, differences } = comparison;
  const facetRows = Object.entries(facets).map(([name, facet]) => [name, facet.score.toFixed(2)]);
  const rows = differences.map(({ path, before, after }) => [path.join("."), shown(before), shown(after)]);
  return [
    element("p", {}, `They are ${(100 * score).toFixed(0)} % alike.`),
    ...(errors > 0
      ? [element("p", {}, "The other text has errors: it counts by what could be read of it.")]
      : []),
    table("Alike by facet", ["Facet", "Score"], facetRows),
    ...(rows.length > 0 ? [table("Where they differ", ["Value", "This post", "The other"], rows)] : []),
  ];
}

const shown = (value: unknown): string => (value === undefined ? "–" : JSON.stringify(value));

function table(caption: string, heads: readonly string[], rows: readonly string[][]): HTMLTableElement {
  const head = element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map(([first = "", ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((text) => element("td", {}, text))),
  );
  return element(
    "table",
    {},
    element("caption", {}, caption),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
}
