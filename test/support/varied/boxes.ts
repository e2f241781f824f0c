import type { Post } from "alphanode-post";
import { FIELDS, type FieldRow } from "../../../src/format/fields.ts";
import { type Printing, printValue, titleCase } from "./values.ts";

/** How sites print the rows of a box, and its heading. */

type Row = readonly [label: string, value: string];
type Write = (rows: readonly Row[], heading: string) => string;

const each = (rows: readonly Row[], write: (label: string, value: string) => string): string =>
  rows.map(([label, value]) => write(label, value)).join("\n");
const isBlock = (value: string): boolean => /^\s*<(?:ul|ol|table|dl|p|div)/.test(value);

/** What a heading says, without marks and pictures. */
const plain = (heading: string): string =>
  heading.replace(/<svg.*<\/svg>|<a .*<\/a>/, "").replace(/<\/?\w+[^>]*>/g, "");

/** The ten markups and their kin. */
export const MARKUPS: Readonly<Record<string, Write>> = {
  "div and span": (rows, h) =>
    `<div class="anp-meta">${h}${each(rows, (l, v) => `<div class="anp-row"><strong>${l}</strong><span>${v}</span></div>`)}</div>`,
  "span and span": (rows, h) =>
    `<section class="x9a">${h}${each(rows, (l, v) => `<div><span class="l">${l}:</span> <span>${v}</span></div>`)}</section>`,
  "div and div": (rows, h) =>
    `<div class="css-1k2">${h}<div class="css-77">${each(rows, (l, v) => `<div class="css-a1"><div class="css-l">${l}</div><div class="css-v">${v}</div></div>`)}</div></div>`,
  "divs in a row": (rows, h) =>
    `<div class="grid">${h}${each(rows, (l, v) => `<div>${l}</div><div>${v}</div>`)}</div>`,
  "label and div": (rows, h) =>
    `<div class="wrap">${h}${each(rows, (l, v) => `<div class="field"><label>${l}</label><div class="value">${v}</div></div>`)}</div>`,
  "table of th": (rows, h) =>
    `<div class="wp-block-group">${h}<table><tbody>${each(rows, (l, v) => `<tr><th>${l}</th><td>${v}</td></tr>`)}</tbody></table></div>`,
  "table of td": (rows, h) =>
    `<div>${h}<table class="t">${each(rows, (l, v) => `<tr><td><strong>${l}</strong></td><td>${v}</td></tr>`)}</table></div>`,
  "table with caption": (rows, h) =>
    `<table><caption>${plain(h)}</caption><tbody>${each(rows, (l, v) => `<tr><td>${l}</td><td>${v}</td></tr>`)}</tbody></table>`,
  "table with a caption below": (rows, h) =>
    `<figure class="wp-block-table"><table><tbody>${each(rows, (l, v) => `<tr><td><strong>${l}</strong></td><td>${v}</td></tr>`)}</tbody></table><figcaption>${plain(h)}</figcaption></figure>`,
  "a closed panel": (rows, h) =>
    `<div class="ac"><div class="hd"><h3><a href="#x" role="button" aria-expanded="false">${plain(h)}</a></h3></div><div id="x" hidden>${each(rows, (l, v) => `<div><strong>${l}</strong><span>${v}</span></div>`)}</div></div>`,
  "table with a head row": (rows, h) =>
    `<table><thead><tr><th colspan="2">${plain(h)}</th></tr></thead>${each(rows, (l, v) => `<tr><td>${l}</td><td>${v}</td></tr>`)}</table>`,
  dl: (rows, h) => `<div>${h}<dl>${each(rows, (l, v) => `<dt>${l}</dt><dd>${v}</dd>`)}</dl></div>`,
  "dl in groups": (rows, h) =>
    `<aside class="info">${h}<dl>${each(rows, (l, v) => `<div class="g"><dt>${l}</dt>\n<dd>${v}</dd></div>`)}</dl></aside>`,
  "p and strong": (rows, h) =>
    `${h}\n${each(rows, (l, v) => (isBlock(v) ? `<p><strong>${l}:</strong></p>\n${v}` : `<p><strong>${l}:</strong> ${v}</p>`))}`,
  "p and strong, colon behind": (rows, h) =>
    `<div class="b">${h}\n${each(rows, (l, v) => (isBlock(v) ? `<p><b>${l}</b>:</p>\n${v}` : `<p><b>${l}</b>: ${v}</p>`))}</div>`,
  "p and p": (rows, h) =>
    `<div class="b">${h}\n${each(rows, (l, v) => `<p class="l">${l}</p>${isBlock(v) ? v : `<p class="v">${v}</p>`}`)}</div>`,
  "a heading a field": (rows, h) =>
    `<div class="m">${h}${each(rows, (l, v) => `<h4>${l}</h4>${isBlock(v) ? v : `<p>${v}</p>`}`)}</div>`,
  "a heading a field, same order": (rows, h) =>
    `<section>${h.replace(/h\d/g, "h3")}${each(rows, (l, v) => `<h3>${l}</h3>\n${isBlock(v) ? v : `<div>${v}</div>`}`)}</section>`,
  "list items": (rows, h) =>
    `<div>${h}<ul>${each(rows, (l, v) => `<li><strong>${l}:</strong> ${v}</li>`)}</ul></div>`,
  "list of a post's meta": (rows, h) =>
    `<div>${h}<ul class='post-meta'>${each(rows, (l, v) => `<li><span class='post-meta-key'>${l}:</span> ${v}</li>`)}</ul></div>`,
  "list items, plain": (rows, h) =>
    `<div>${h}<ul class="m">${each(rows, (l, v) => `<li>${l}: ${v}</li>`)}</ul></div>`,
  "list items of spans": (rows, h) =>
    `<div>${h}<ul class="m">${each(rows, (l, v) => `<li><span>${l}</span><div>${v}</div></li>`)}</ul></div>`,
  details: (rows, h) =>
    `<details open><summary>${plain(h)}</summary>${each(rows, (l, v) => `<div><b>${l}</b> <div>${v}</div></div>`)}</details>`,
  "details a field": (rows, h) =>
    `<div>${h}${each(rows, (l, v) => `<details><summary>${l}</summary>${isBlock(v) ? v : `<p>${v}</p>`}</details>`)}</div>`,
  fieldset: (rows, h) =>
    `<fieldset><legend>${plain(h)}</legend>${each(rows, (l, v) => `<div><em>${l}</em> <span>${v}</span></div>`)}</fieldset>`,
  "elements of its own": (rows, h) =>
    `<anp-box>${h}${each(rows, (l, v) => `<anp-row><anp-label>${l}</anp-label><anp-value>${v}</anp-value></anp-row>`)}</anp-box>`,
  "breaks in one paragraph": (rows, h) =>
    `<div>${h}<p>${each(rows, (l, v) => `<strong>${l}:</strong> ${v}${isBlock(v) ? "" : "<br>"}`)}</p></div>`,
  tabs: (rows, h) =>
    `<div class="tabs"><ul role="tablist"><li role="tab"><a href="#t2">AlphaNode Post Meta</a></li></ul><div id="t2" role="tabpanel">${h}${each(rows, (l, v) => `<div><b>${l}</b><span>${v}</span></div>`)}</div></div>`,
  "tabs of buttons": (rows, h) =>
    `<div class="tb"><div role="tablist"><button role="tab">AlphaNode Post Meta</button></div><div role="tabpanel">${h}<dl>${each(rows, (l, v) => `<dt>${l}</dt><dd>${v}</dd>`)}</dl></div></div>`,
  accordion: (rows, h) =>
    `<div class="ac"><h2 class="ac-h"><button type="button">${plain(h)}</button></h2><div class="ac-b collapse">${each(rows, (l, v) => `<div><strong>${l}</strong> <span>${v}</span></div>`)}</div></div>`,
  modal: (rows, h) =>
    `<div class="modal fade" role="dialog" aria-hidden="true"><div class="modal-header">${h}<button>×</button></div><div class="modal-body">${each(rows, (l, v) => `<div><strong>${l}</strong><span>${v}</span></div>`)}</div></div>`,
  "label above value": (rows, h) =>
    `<div>${h}<table>${each(rows, (l, v) => `<tr><th colspan="2">${l}</th></tr><tr><td colspan="2">${v}</td></tr>`)}</table></div>`,
  columns: (rows, h) =>
    `<div class="wp-block-group">${h}<div class="cols">${each(rows, (l, v) => `<div class="col"><p class="sm"><strong>${l}</strong></p><div>${v}</div></div>`)}</div></div>`,
  "lines with dashes": (rows, h) =>
    `<div>${h}${each(rows, (l, v) => (isBlock(v) ? `<p>${l} –</p>${v}` : `<p>${l} – ${v}</p>`))}</div>`,
};

/** How the heading stands. */
export const HEADS: Readonly<Record<string, string>> = {
  h2: "<h2>AlphaNode Post Meta</h2>",
  "h3 with colon": "<h3>AlphaNode Post Meta:</h3>",
  "h4 upper": '<h4 class="t">ALPHANODE POST META</h4>',
  "h2 with anchor": '<h2 id="m">AlphaNode Post Meta<a class="anchor" href="#m" aria-hidden="true">#</a></h2>',
  "h2 with icon": '<h2><svg><title>info</title><path d="M0"/></svg> AlphaNode Post Meta</h2>',
  "bold paragraph": "<p><strong>AlphaNode Post Meta</strong></p>",
  div: '<div class="heading">AlphaNode Post Meta</div>',
  "h5 of spans": "<h5><span>AlphaNode</span> <span>Post Meta</span></h5>",
  "h2, no-break": "<h2>AlphaNode&nbsp;Post&nbsp;Meta</h2>",
  header: "<header><h3>alphanode post meta</h3></header>",
  "h3 with emoji": "<h3>📋 AlphaNode Post Meta</h3>",
  "h2 with a link to itself": '<h2 id="m">AlphaNode Post Meta <a href="#m">#</a></h2>',
};

/** How labels are written. */
export const CASES: Readonly<Record<string, (label: string) => string>> = {
  title: titleCase,
  lower: (label) => label,
  upper: (label) => label.toUpperCase(),
  first: (label) => label.replace(/^./, (letter) => letter.toUpperCase()),
  icon: (label) => `<i class="icon-x"></i> ${titleCase(label)}`,
  sign: (label) => `🔹 ${titleCase(label)}`,
  "sign as a reference": (label) => `&#x1f539;&nbsp;${titleCase(label)}`,
  "icon by its name": (label) => `<i class="material-icons">schedule</i> ${titleCase(label)}`,
  "soft hyphens": (label) => titleCase(label).replace(/(\w{4})(?=\w)/g, "$1&shy;"),
  "no-break": (label) => titleCase(label).replaceAll(" ", "&nbsp;"),
};

/** Writes the box of a post. */
export function boxOf(
  { meta }: Post,
  way: Printing & { markup: string; head: string; labels: string },
): string {
  const label = CASES[way.labels] as (typeof CASES)[string];
  const rows = (FIELDS as readonly FieldRow[])
    .filter((row) => !Array.isArray(meta[row.key as "tools"]) || meta[row.key as "tools"].length > 0)
    .map((row) => [label(row.label), printValue(row, meta[row.key as "topic"], way)] as const);
  return (MARKUPS[way.markup] as Write)(rows, HEADS[way.head] as string);
}
