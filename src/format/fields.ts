import { type FieldDeclaration, labelOf, TABLE, type ValueDeclaration, type ValueKind } from "./table.ts";

/** The rows of the table as grammars walk them, in the order of the box. */

export type { ValueKind };

/** What a row is called, and where it stands. */
interface Placed {
  /** The property that carries the value. */
  readonly key: string;
  /** The label as the text has it, lower case. */
  readonly label: string;
  /** Its place among the rows of its table, from 0. */
  readonly place: number;
  /** The field that it is an entry of; absent for a field. */
  readonly owner: FieldRow | undefined;
}

/** One value with a label: a field of one line, or an entry of a field. */
export interface ValueRow extends ValueDeclaration, Placed {}

export interface EntriesRow extends Placed {
  readonly kind: "entries" | "records";
  readonly entries: readonly ValueRow[];
  /** Whether the box leaves the field out where there is no record. */
  readonly optional?: boolean;
}

/** A field of the box. */
export type FieldRow = ValueRow | (Extract<FieldDeclaration, { kind: "list" }> & Placed) | EntriesRow;

/** What some row says. */
type SomeRow = Pick<FieldDeclaration, "kind"> &
  Partial<Omit<ValueDeclaration, "kind">> & {
    readonly size?: number;
    readonly usual?: readonly [least: number, most: number];
    readonly optional?: boolean;
    readonly entries?: Readonly<Record<string, ValueDeclaration>>;
  };

/** A row and where it stands. It has every property that some row has, since engines read objects of one shape fast. */
class PlacedRow {
  readonly label;
  readonly kind;
  readonly words;
  readonly listed;
  readonly joint;
  readonly isAddress;
  readonly kinds;
  readonly units;
  readonly size;
  readonly usual;
  readonly optional;
  readonly entries: readonly ValueRow[] | undefined;

  constructor(
    readonly key: string,
    row: SomeRow,
    readonly place: number,
    readonly owner: FieldRow | undefined,
  ) {
    this.label = labelOf(key);
    this.kind = row.kind;
    this.words = row.words;
    this.listed = row.listed;
    this.joint = row.joint;
    this.isAddress = row.isAddress;
    this.kinds = row.kinds;
    this.units = row.units;
    this.size = row.size;
    this.usual = row.usual ?? (row.size === undefined ? undefined : ([row.size, row.size] as const));
    this.optional = row.optional;
    this.entries = row.entries && placedRows<ValueRow>(row.entries, this as FieldRow);
  }
}

const placedRows = <Row>(rows: Readonly<Record<string, SomeRow>>, owner?: FieldRow): Row[] =>
  Object.entries(rows).map(([key, row], place) => new PlacedRow(key, row, place, owner) as Row);

/** The table, as it is written. */
export type Table = typeof TABLE;

/** The property of `PostMeta` that carries a field of the table. */
export type FieldKey = keyof Table;

/** A field of the table, by what it is known to be. */
export type Field = {
  readonly [Key in FieldKey]: Omit<Table[Key], "entries"> &
    Omit<Placed, "key"> & { readonly key: Key } & (Table[Key] extends { readonly entries: object }
      ? Pick<EntriesRow, "entries">
      : unknown);
}[FieldKey];

/** The rows of the table, in the order of the box. */
export const FIELDS: readonly Field[] = placedRows<Field>(TABLE);

/** Tells whether a field is made of labelled entries. */
export const isEntriesRow = (row: FieldRow): row is EntriesRow =>
  row.kind === "entries" || row.kind === "records";

/** The place of a field in the table, or of an entry in its field, from 0. */
export const placeOf = ({ place }: FieldRow): number => place;

/** The field of an entry: no two fields share one. */
export const ownerOf = ({ owner }: FieldRow): FieldRow | undefined => owner;

/** Tells whether a field has one value, on the line of its label. */
export const isValueRow = (row: FieldRow): row is ValueRow =>
  row.kind !== "list" && row.kind !== "entries" && row.kind !== "records";

/** Tells whether the box leaves a field out where it has nothing to say. */
export const isOptional = (row: FieldRow): row is EntriesRow & { readonly kind: "records" } =>
  row.kind === "records" && row.optional === true;
