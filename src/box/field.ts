import {
  type Codec,
  codecRule,
  flagRule,
  lineRule,
  patternRule,
  sentenceRule,
  type ValueRule,
  versionRule,
  wordRule,
} from "./codec.ts";
import { type DateOrder, dateRule } from "./date.ts";
import { checkOptions, type FieldMaker } from "./field-options.ts";
import { numberRule } from "./number.ts";

/** Fields of a box: what a declaration is made of. */

/** One label, or several of which any may stand in the text; the first is the one that is written. */
export type Label = string | readonly [string, ...string[]];

/** A word, or several that mean the same; the first is the one that is written. */
export type Words = string | readonly string[];

/**
 * A field of a box, as `field.text` and its kind make it.
 *
 * @typeParam T - what its value is
 * @typeParam Optional - whether a box may be without it
 *
 * @example
 * ```ts
 * import { type Field, field } from "alphanode-post/box";
 *
 * const servings: Field<number> = field.int(["Servings", "Yield"], { units: ["bowls"] });
 * console.log(servings.label, servings.labels, servings.optional);
 * ```
 *
 * ```console
 * Servings [ 'Servings', 'Yield' ] false
 * ```
 */
export interface Field<T, Optional extends boolean = false> {
  /** The label that is written. */
  readonly label: string;
  /** All labels by which the field is found. */
  readonly labels: readonly string[];
  /** Whether a box may be without it. */
  readonly optional: Optional;
  /** How the field is laid out: a value on the line of its label, a list, labelled entries, or records of such. */
  readonly kind: "value" | "list" | "entries" | "records";
  /** What the value says, for the JSON Schema; absent where the declaration does not tell. */
  readonly about: string | undefined;
  /** Never there: holds the type of the value. */
  readonly [VALUE]?: T;
}

declare const VALUE: unique symbol;

/** Fields, by the properties that hold their values. */
export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

/** What all kinds of fields may say. */
interface Common<Optional extends boolean> {
  /** Whether a box may be without the field. Default: false. */
  readonly optional?: Optional | undefined;
  /** What the value says, in one line: the description of the JSON Schema. */
  readonly about?: string | undefined;
}

interface NumberOptions<Optional extends boolean> extends Common<Optional> {
  /** The least value. */
  readonly min?: number | undefined;
  /** The greatest value. */
  readonly max?: number | undefined;
  /**
   * Names of the one unit in which the number is, in any letter case: `["min", "minutes"]`. It may stand before or after the
   * number, right next to it, twice, on the next line, or be missing; another unit is an error.
   */
  readonly units?: readonly string[] | undefined;
  /** What parts groups of three digits. Default: `,`, or `.` where the decimal sign is `,`. */
  readonly thousands?: string | undefined;
  /** What parts the fraction. Default: `.`, or `,` where thousands have `.`. */
  readonly decimal?: string | undefined;
}

/** What the engine knows of a field. */
export interface FieldNode<T = unknown, Optional extends boolean = boolean> extends Field<T, Optional> {
  readonly rule: ValueRule | undefined;
  readonly fields: Fields | undefined;
  readonly separators: readonly string[];
  readonly size: number | undefined;
}

/** The node behind a field: every field is one. */
export const nodeOf = (field: Field<unknown, boolean>): FieldNode => field as FieldNode;

function make<T, Optional extends boolean>(
  maker: FieldMaker,
  label: Label,
  options: Common<Optional>,
  kind: FieldNode["kind"],
  // Made of options, and so after these were looked at.
  rest: () => Partial<Pick<FieldNode, "rule" | "fields" | "separators" | "size">>,
): FieldNode<T, Optional> {
  checkOptions(maker, label, options);
  // Where nothing is said of it, `Optional` is `false`.
  const { optional = false as Optional, about } = options;
  const labels = typeof label === "string" ? [label] : [...label];
  return {
    label: labels[0] ?? "",
    labels,
    optional,
    kind,
    about,
    rule: undefined,
    fields: undefined,
    separators: [],
    size: undefined,
    ...rest(),
  };
}

/** Makes a field of one value. */
const one = <T, Optional extends boolean>(
  maker: FieldMaker,
  label: Label,
  options: Common<Optional>,
  rule: () => ValueRule<T>,
): Field<T, Optional> => make(maker, label, options, "value", () => ({ rule: rule() }));

const list = (words: Words | undefined): readonly string[] | undefined =>
  typeof words === "string" ? [words] : words;

/** The value of a field. */
export type ValueOf<F> = F extends Field<infer T, boolean> ? T : never;

/** The properties of fields that are or may be optional. */
type OptionalKey<F> = {
  [K in keyof F]: F[K] extends Field<unknown, infer O> ? (true extends O ? K : never) : never;
}[keyof F];

/**
 * What fields hold, with the comments of their declaration: the value of each by its property. Optional fields may be
 * absent.
 *
 * @typeParam F - the fields
 *
 * @example
 * ```ts
 * import { field, type Infer } from "alphanode-post/box";
 *
 * const facts = {
 *   // How much fits in.
 *   volume: field.number("Volume", { units: ["l"] }),
 *   colours: field.list("Colours", { optional: true }),
 * };
 * const jug: Infer<typeof facts> = { volume: 1.5 };
 * console.log(jug.colours);
 * ```
 *
 * ```console
 * undefined
 * ```
 */
export type Infer<F> = AsOne<
  { -readonly [K in keyof Pick<F, Exclude<keyof F, OptionalKey<F>>>]: ValueOf<F[K]> } & {
    -readonly [K in keyof Pick<F, OptionalKey<F>>]?: ValueOf<F[K]>;
  }
>;

/** One object of what two hold, with the comments of both. */
export type AsOne<T> = { [K in keyof T]: T[K] };

/** A word that is declared, or any other. */
type OneOf<Word extends string> = string extends Word ? string : Word | (string & {});

/**
 * Makes the fields of a declaration. Each function takes the label, or several of which any may stand in the text, and
 * then what it has to know; `optional: true` and `about` go with all of them.
 *
 * @example
 * ```ts
 * import { defineBox, field, parseBox } from "alphanode-post/box";
 *
 * const box = defineBox({
 *   heading: null,
 *   fields: {
 *     course: field.list("Course"),
 *     servings: field.int(["Servings", "Yield"], { min: 1, units: ["bowls", "servings"] }),
 *     vegan: field.flag("Vegan", { yes: "Yes", no: ["No", ""] }),
 *   },
 * });
 * console.log(parseBox(box, "Course Soup, Stew\nYield4 bowls\nVEGAN\nyes"));
 * ```
 *
 * ```console
 * { course: [ 'Soup', 'Stew' ], servings: 4, vegan: true }
 * ```
 */
export const field = {
  /** A line of text. With a `joint`, such as `" / "`, a text without it goes on in the next line. */
  text: <const O extends boolean = false>(
    label: Label,
    options: Common<O> & { readonly joint?: string | undefined } = {},
  ): Field<string, NoInfer<O>> => one("text", label, options, () => lineRule(options.joint)),

  /** A sentence, which goes on in the next line while it has no end. */
  sentence: <const O extends boolean = false>(
    label: Label,
    options: Common<O> = {},
  ): Field<string, NoInfer<O>> => one("sentence", label, options, () => sentenceRule()),

  /** A word, or a few. Of `words`, any letter case is read; a word that is none of them is reported, and kept. */
  word: <const Word extends string = string, const O extends boolean = false>(
    label: Label,
    options: Common<O> & { readonly words?: readonly Word[] | undefined } = {},
  ): Field<OneOf<Word>, NoInfer<O>> =>
    one("word", label, options, () => wordRule(options.words)) as Field<OneOf<Word>, NoInfer<O>>,

  /** A whole number. */
  int: <const O extends boolean = false>(
    label: Label,
    options: NumberOptions<O> = {},
  ): Field<number, NoInfer<O>> => one("int", label, options, () => numberRule(options, true)),

  /** A number. */
  number: <const O extends boolean = false>(
    label: Label,
    options: NumberOptions<O> = {},
  ): Field<number, NoInfer<O>> => one("number", label, options, () => numberRule(options, false)),

  /** True or false, by words in any letter case. An empty word, as in `no: ""`, is what a label without a value means. */
  flag: <const O extends boolean = false>(
    label: Label,
    options: Common<O> & { readonly yes?: Words | undefined; readonly no?: Words | undefined } = {},
  ): Field<boolean, NoInfer<O>> =>
    one("flag", label, options, () => flagRule(list(options.yes), list(options.no))),

  /**
   * A day, given as YYYY-MM-DD. English names of months and years in front are read as they are; `order` says how `3/4/2027`
   * is meant, which is an error without.
   */
  date: <const O extends boolean = false>(
    label: Label,
    options: Common<O> & { readonly order?: DateOrder | undefined } = {},
  ): Field<string, NoInfer<O>> => one("date", label, options, () => dateRule(options.order)),

  /** A version, such as `1.9.7`. */
  version: <const O extends boolean = false>(
    label: Label,
    options: Common<O> = {},
  ): Field<string, NoInfer<O>> => one("version", label, options, () => versionRule()),

  /** A text that a pattern matches whole. `expected` is the form in words, for messages. */
  pattern: <const O extends boolean = false>(
    label: Label,
    pattern: RegExp,
    options: Common<O> & { readonly expected?: string | undefined } = {},
  ): Field<string, NoInfer<O>> =>
    one("pattern", label, options, () => patternRule(pattern, options.expected)),

  /**
   * A list: bullets, lines, or one line with separators, of which each parts. Default: a comma. An item that holds a
   * separator on such a line cannot be told from two.
   */
  list: <const O extends boolean = false>(
    label: Label,
    options: Common<O> & {
      readonly separator?: Words | undefined;
      readonly size?: number | undefined;
    } = {},
  ): Field<string[], NoInfer<O>> =>
    make("list", label, options, "list", () => ({
      separators: list(options.separator) ?? [","],
      size: options.size,
    })),

  /** Values with labels of their own, under the label of the field. */
  entries: <const F extends Fields, Value = Infer<F>, const O extends boolean = false>(
    label: Label,
    fields: F,
    options: Common<O> = {},
  ): Field<NoInfer<Value>, NoInfer<O>> => make("entries", label, options, "entries", () => ({ fields })),

  /** Several of such, one after the other, or a table with the labels above its columns. */
  records: <const F extends Fields, Value = Infer<F>, const O extends boolean = false>(
    label: Label,
    fields: F,
    options: Common<O> = {},
  ): Field<NoInfer<Value>[], NoInfer<O>> => make("records", label, options, "records", () => ({ fields })),

  /** A value of your own, by a codec. */
  of: <T, const O extends boolean = false>(
    label: Label,
    codec: Codec<T>,
    options: Common<O> = {},
  ): Field<T, NoInfer<O>> => one("of", label, options, () => codecRule(codec)),
} as const;
