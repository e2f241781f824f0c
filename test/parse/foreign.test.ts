import { safeParseHtml } from "alphanode-post/html";
import { describe, expect, test } from "vitest";
import { foreignForm, noText } from "../../src/parse/foreign.ts";

/** Each second byte of UTF-16, decoded as one of its own. */
const utf16 = (text: string): string => [...text].map((letter) => `${letter}\0`).join("");

const PDF = "binary data; take the text out of it first";
const UTF16 = "UTF-16 that was decoded as something else; decode it as UTF-16";
const XML = "a WordPress export or a feed (XML); readExport and readFeed of alphanode-post/wordpress read it";
const HTML = "a web page (HTML); parseHtml of alphanode-post/html reads it";
const CONTENT = "the content of a web page (HTML) on one line; parseHtml of alphanode-post/html reads it";
const ROFF = "roff (a page of man or ms); have groff print it";
const JSON_FORM =
  "JSON; Post.parse takes a post as an object, readRest of alphanode-post/wordpress an answer of a REST interface";

describe("a source of another form is told by its start", () => {
  test.each<[string, string | undefined]>([
    ["%PDF-1.7\n", PDF],
    ["PK\u0003\u0004", PDF],
    ["PKs are keys", undefined],
    ["\u0089PNG\r\n", PDF],
    ["A PNG\n", undefined],
    [utf16("A title"), PDF],
    [utf16("A title of words"), UTF16],
    [`\u00ff\u00fe${utf16("A")}`, UTF16],
    ["<?xml version='1.0'?>", XML],
    ["\n <RSS>", XML],
    ["<feed xmlns=''>", XML],
    ["<feedback> is welcome", undefined],
    ["<!doctype html>\n<html>", HTML],
    ["<!-- saved --> <!doctype html><body class='a'>", HTML],
    ["<head>", HTML],
    ["<header>", undefined],
    [`<article class="post"><h1>a</h1>${"<p>b</p>".repeat(7)}`, CONTENT],
    [`<DIV>${"<b>b</b>, ".repeat(8)}`, CONTENT],
    [`<article class="post"><h1>a</h1>${"<p>b</p>".repeat(6)}`, undefined],
    [`<article class="post"><h1>a</h1>\n${"<p>b</p>".repeat(8)}`, undefined],
    [`<divide>${"<b>b</b>".repeat(8)}`, undefined],
    [".TH X 1\n.SH NAME\nx", ROFF],
    [".SH 1\nA title\n.LP\nText.", ROFF],
    [".SH 1\nA title\n", undefined],
    ['{"title": "x"}', JSON_FORM],
    ['  [ {"title": "x"}]', JSON_FORM],
    ['{ "a\\"b" :', JSON_FORM],
    ["{ title }", undefined],
    ["[ 1, 2 ]", undefined],
    ["A\u0001B\u0002C\u0003D\u0004E", PDF],
    ["A\u0001B\u0002C\u0003D", undefined],
    ["A\u0080B\u0080C\u0080D\u0080E", undefined],
    ["A\u0085B\u0091C\u0092D\u0093E", undefined],
    ["A\u001b[1mB\u001b[0mC\u001b[1mD\u001b[0m", undefined],
    ["A\tB\tC\tD\tE\nF\r\nG", undefined],
    [`A${" ".repeat(1200)}\u0001\u0002\u0003\u0004`, undefined],
    ["a \u0001\u0002\u0003\u0004", undefined],
    ["A title", undefined],
  ])("%j: %s", (source, told) => {
    const refusals = foreignForm(source);
    if (told === undefined) return expect(refusals).toBeUndefined();
    const [name, ...advice] = told.split("; ");
    expect(refusals).toEqual([
      ["foreign_form", `the source is ${name}, not the text of a post; ${advice.join("; ")}`],
      ["missing_meta_box", `${name} has no meta box that is read here; ${advice.join("; ")}`, ["meta"]],
    ]);
  });
});

describe("of what is no text at all", () => {
  test.each<[string, string | undefined]>([
    ["%PDF-1.7\n", PDF],
    [utf16("A title of words"), UTF16],
    ["<!doctype html><html>", undefined],
    ['{"title": "x"}', undefined],
    ["A title", undefined],
  ])("%j is told: %s", (source, told) => {
    expect(noText(source)?.told).toBe(told);
    if (told !== undefined) expect(noText(source)?.refusals).toEqual(foreignForm(source));
  });
});

test("nothing is read of a page that is no text", () => {
  const { success, value, issues } = safeParseHtml(
    "%PDF-1.7\n<main><h1>a title</h1><p>some words.</p></main>",
  );
  expect(success).toBe(false);
  expect(value).toEqual({ meta: {} });
  expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
    "foreign_form ",
    "missing_meta_box meta",
  ]);
});
