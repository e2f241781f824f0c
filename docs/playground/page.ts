import { fromFragment, isLink, toFragment } from "./link.ts";
import { Reader } from "./reader.ts";
import { LONGEST, type Reading, type ShownIssue, VIEWS, type ViewName } from "./reading.ts";
import { comparisonView, element, issuesView, textView } from "./views.ts";

/** How long keys rest before a text is read, in milliseconds. */
const REST = 150;

/** The most bytes that a character takes. */
const MOST_BYTES = 3;

/** The longest text that goes into a link. */
const LONGEST_LINK = 100_000;

const find = <Found extends HTMLElement>(id: string): Found => document.getElementById(id) as Found;

const text = find<HTMLTextAreaElement>("text");
const other = find<HTMLTextAreaElement>("other");
const sample = find<HTMLSelectElement>("sample");
const fix = find<HTMLButtonElement>("fix");
const link = find<HTMLButtonElement>("link");
const status = find("status");
const tabs = [...document.querySelectorAll<HTMLButtonElement>('[role="tab"]')];

let fixed: string | undefined;

let samples: Readonly<Record<string, string>> = {};

const reader = new Reader(offerSamples, show, showNothing);

/** Offers texts to begin with, and begins with the first, unless there is a text. */
function offerSamples(offered: Readonly<Record<string, string>>): void {
  if (sample.options.length > 0) return;
  samples = offered;
  sample.append(...Object.keys(samples).map((name) => element("option", { value: name }, name)));
  if (text.value !== "" || isLink(location.hash)) return;
  text.value = Object.values(samples)[0] ?? "";
  readFields();
}

/** Shows how a text was read. */
function show(reading: Reading): void {
  const { errors, warnings, views, comparison, fixed: corrected } = reading;
  const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? "" : "s"}`;
  status.textContent = `${count(errors, "error")}, ${count(warnings, "warning")}.`;
  find("view-issues").replaceChildren(...issuesView(reading, goTo));
  for (const [name, label] of Object.entries(VIEWS))
    find(`view-${name}`).replaceChildren(...textView(label, views[name as ViewName]));
  find("comparison").replaceChildren(...comparisonView(comparison));
  fixed = corrected;
  fix.disabled = fixed === undefined;
}

/** Says why a text is not read, and takes away what was read of another. */
function showNothing(reason: string): void {
  status.textContent = reason;
  for (const name of ["view-issues", "comparison", ...Object.keys(VIEWS).map((view) => `view-${view}`)])
    find(name).replaceChildren(element("p", {}, reason));
  fixed = undefined;
  fix.disabled = true;
}

/** Selects what an issue is about in the text. The field counts a line end as one character, whatever it was. */
function goTo({ position: { start, end } }: ShownIssue): void {
  // A field scrolls to where its caret stands when it is focused.
  text.setSelectionRange(start.offset, start.offset);
  text.blur();
  text.focus();
  text.setSelectionRange(start.offset, Math.max(end.offset, start.offset + 1));
}

const tooLong = (length: number, units: string): string =>
  `This has ${length.toLocaleString("en")} ${units}; the playground reads ${LONGEST.toLocaleString("en")} characters.`;

/** Tells why a text is not read; undefined where it may be. */
function refusal(pasted: string): string | undefined {
  if (pasted.length > LONGEST) return tooLong(pasted.length, "characters");
  if (pasted.includes("\0")) return "This is not text: it holds bytes of a binary file.";
  return undefined;
}

/** Reads what stands in the fields. */
function readFields(): void {
  const reason = refusal(text.value) ?? refusal(other.value);
  if (reason === undefined) reader.ask(text.value, other.value);
  else {
    reader.drop();
    showNothing(reason);
  }
}

let rest: ReturnType<typeof setTimeout> | undefined;
function readSoon(): void {
  clearTimeout(rest);
  rest = setTimeout(readFields, REST);
}

/** Refuses what would freeze the field itself, however it comes in. */
function check(event: Event, inserted: string | null | undefined): void {
  if (!inserted || inserted.length <= LONGEST) return;
  event.preventDefault();
  refuse(tooLong(inserted.length, "characters"));
}

/** Says why nothing is put into a field. What was typed right before must not take that away. */
function refuse(reason: string): void {
  clearTimeout(rest);
  status.textContent = reason;
}

/** Reads a file that is dropped on a field. Left to itself, the browser would leave the page for it. */
async function take(event: DragEvent, field: HTMLTextAreaElement): Promise<void> {
  const file = event.dataTransfer?.files[0];
  if (file === undefined) return check(event, event.dataTransfer?.getData("text/plain"));
  event.preventDefault();
  const content = file.size > LONGEST * MOST_BYTES ? undefined : await file.text();
  const reason = content === undefined ? tooLong(file.size, "bytes") : refusal(content);
  if (reason !== undefined) return refuse(reason);
  field.value = content as string;
  readFields();
}

function choose(tab: HTMLButtonElement): void {
  for (const one of tabs) {
    const chosen = one === tab;
    one.setAttribute("aria-selected", String(chosen));
    one.tabIndex = chosen ? 0 : -1;
    find(one.getAttribute("aria-controls") as string).hidden = !chosen;
  }
}

/** Where the keys of a row of tabs lead. */
const STEPS: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % tabs.length,
  ArrowLeft: (at) => (at + tabs.length - 1) % tabs.length,
  Home: () => 0,
  End: () => tabs.length - 1,
};

for (const [at, tab] of tabs.entries()) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[step(at)] as HTMLButtonElement;
    next.focus();
    choose(next);
  });
}

for (const field of [text, other]) {
  field.addEventListener("input", readSoon);
  field.addEventListener("beforeinput", (event) => check(event, event.data));
  field.addEventListener("paste", (event) => check(event, event.clipboardData?.getData("text/plain")));
  field.addEventListener("drop", (event) => take(event, field));
}

sample.addEventListener("change", () => {
  text.value = samples[sample.value] ?? "";
  readFields();
});

fix.addEventListener("click", () => {
  if (fixed === undefined) return;
  text.value = fixed;
  readFields();
});

link.addEventListener("click", async () => {
  if (text.value.length > LONGEST_LINK) {
    status.textContent = "This text is too long for a link.";
    return;
  }
  history.replaceState(null, "", await toFragment(text.value));
  const copied = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  );
  status.textContent = copied
    ? "The link is copied; it holds the text."
    : "The link stands in the address bar.";
});

async function openFragment(): Promise<void> {
  if (!isLink(location.hash)) return;
  const linked = await fromFragment(location.hash, LONGEST + 1);
  if (linked === undefined) return showNothing("This link is damaged: no text can be read from it.");
  text.value = linked;
  readFields();
}
addEventListener("hashchange", openFragment);

choose(tabs[0] as HTMLButtonElement);
openFragment().then(() => reader.open());
