import { type FieldRow, isValueRow } from "../format/fields.ts";
import { kindOf } from "../format/kind-of.ts";
import { isSpace } from "../format/text.ts";
import { type BoxLine, firstOf } from "./box-line.ts";
import { firstPiece, lastPiece, startOfBox } from "./ends.ts";
import { partsOf } from "./images.ts";
import type { ArticleNode, BlockNode, BoxNode, FieldNode, Piece, SimilarNode, Stray } from "./nodes.ts";
import { parseSyntax } from "./parse.ts";
import { LINE_END, type PostPoint, type PostPosition, pointAt } from "./position.ts";
import { bulletEnd, hasBullet, type Line, Source } from "./scan.ts";
import type { TreeField } from "./tree-box.ts";
import type { TreeLiteral, TreeText } from "./tree-leaves.ts";
import type { PostRoot, TreeNode, TreeParent } from "./tree-nodes.ts";

/**
 * Parses a source to a lossless syntax tree. The tree follows unist, so that its tools walk it; the leaves cover
 * every character that is not white space, once and in order.
 *
 * It says what stands where and judges nothing: a field may be there twice, and a value may be wrong.
 *
 * @param source - the text of a post, an article or a box; any string
 * @returns the tree
 * @throws TypeError if `source` is not a string
 *
 * @example
 * ```ts
 * import { parseTree } from "alphanode-post";
 *
 * const tree = parseTree("some title\n\nalphanode post meta\n\ndifficultybeginner\nreading time8\nview count7");
 * const box = tree.children.find(({ type }) => type === "metaBox");
 * if (box && "children" in box) console.log(box.children.map(({ type }) => type));
 * ```
 *
 * ```console
 * [ 'heading', 'field', 'field', 'field' ]
 * ```
 */
export function parseTree(source: string): PostRoot {
  if (typeof source !== "string") throw new TypeError(`parseTree takes a string, got ${kindOf(source)}`);
  return new TreeBuilder(new Source(source)).root();
}

/** A parent whose position is not known yet. */
interface Unplaced {
  readonly type: TreeParent["type"];
  readonly key?: string;
  readonly kind?: TreeField["kind"];
  readonly children: TreeNode[];
  position?: PostPosition;
}

/** A leaf whose text and position are not known yet. */
interface Unread {
  readonly type: TreeLiteral["type"];
  readonly part?: TreeText["part"];
}

/** Builds the tree in the order of the source. Nodes are appended to lists, and not gathered from many short ones. */
class TreeBuilder {
  /** Where the last leaf ended. */
  private at: PostPoint = { line: 1, column: 1, offset: 0 };

  constructor(private readonly source: Source) {}

  root(): PostRoot {
    const { article, boxes, similar } = parseSyntax(this.source);
    const start = { ...this.at };
    const nodes: TreeNode[] = [];
    this.article(nodes, article);
    const tail = [
      ...boxes.map((box) => ({ at: startOfBox(box).from, build: () => this.box(nodes, box) })),
      ...similar.map((node) => ({ at: node.heading.from, build: () => this.similar(nodes, node) })),
    ].sort((a, b) => a.at - b.at);
    for (const { build } of tail) build();
    this.marksBefore(nodes, this.source.text.length);
    return {
      type: "root",
      children: nodes as PostRoot["children"],
      position: { start, end: this.endOfSource() },
    };
  }

  private article(out: TreeNode[], { separators, title, body }: ArticleNode): void {
    for (const line of separators) this.visible(out, "separator", line);
    if (title !== undefined) this.parent(out, { type: "title", children: this.texts([], title.lines) });
    let section: TreeNode[] | undefined;
    const close = (): void => {
      if (section !== undefined) this.parent(out, { type: "section", children: section });
    };
    for (const node of body) {
      if (node.type === "heading") {
        close();
        section = [];
        this.visible(section, "heading", node.line);
      } else {
        this.block(section ?? out, node);
      }
    }
    close();
  }

  private block(out: TreeNode[], node: BlockNode): void {
    const children: TreeNode[] = [];
    switch (node.type) {
      case "paragraph":
        this.texts(children, node.lines);
        break;
      case "code": {
        const [first, last] = [node.lines[0] as Line, node.lines.at(-1) as Line];
        this.leaf(out, { type: "code" }, first, first.from, last.to, last);
        return;
      }
      case "list":
        for (const lines of node.items) this.bulleted(children, lines);
        break;
      case "image": {
        const { alt, caption, lead, host } = partsOf(this.source, node);
        for (const piece of alt) this.piece(children, { type: "text", part: "alt" }, piece);
        for (const piece of caption) this.piece(children, { type: "text", part: "caption" }, piece);
        for (const piece of lead) this.piece(children, { type: "marker" }, piece);
        const [name] = host;
        if (name !== undefined) this.piece(children, { type: "text", part: "host" }, name);
      }
    }
    this.parent(out, { type: node.type, children });
  }

  private box(out: TreeNode[], { heading, children }: BoxNode): void {
    const nodes: TreeNode[] = [];
    if (heading !== undefined) this.visible(nodes, "heading", heading);
    for (let at = 0; at < children.length; ) {
      const child = children[at++] as FieldNode | Stray;
      if (child.type === "stray") {
        this.stray(nodes, child);
        continue;
      }
      const within: Stray[] = [];
      const end = lastPiece(child).from;
      for (let next = children[at]; next !== undefined && startOf(next) < end; next = children[++at])
        within.push(next.type === "stray" ? next : asStray(next));
      this.field(nodes, child, within);
    }
    this.parent(out, { type: "metaBox", children: nodes });
  }

  /** Appends a field, with the lines that stand among its items and fit nowhere. */
  private field(out: TreeNode[], { row, head, items }: FieldNode, strays: readonly Stray[]): void {
    const children: TreeNode[] = [];
    if (head !== undefined) this.boxLine(children, head);
    let next = 0;
    for (const item of items) {
      const { from } = firstOf(item);
      for (let stray = strays[next]; stray !== undefined && startOf(stray) < from; stray = strays[next]) {
        this.stray(children, stray);
        next++;
      }
      const parts: TreeNode[] = [];
      this.boxLine(parts, item);
      this.parent(children, entryOf(item.row, parts));
    }
    for (const stray of strays.slice(next)) this.stray(children, stray);
    this.parent(out, fieldOf(row, children));
  }

  /** Appends the leaves of a line of the box: bullet, label, mark and value. */
  private boxLine(out: TreeNode[], one: BoxLine): void {
    const { line, from, bullet, body, end, mark, value, to, rest } = one;
    this.leaf(out, { type: "marker" }, line, from, bullet);
    this.leaf(out, { type: "label" }, line, body, end);
    if (mark > end) this.leaf(out, { type: "marker" }, line, mark - 1, mark);
    this.leaf(out, { type: "text" }, line, value, to);
    if (rest !== undefined) this.texts(out, rest);
  }

  private stray(out: TreeNode[], { lines }: Stray): void {
    this.parent(out, { type: "stray", children: this.texts([], lines) });
  }

  private similar(out: TreeNode[], { heading, titles }: SimilarNode): void {
    const children: TreeNode[] = [];
    this.visible(children, "heading", heading);
    for (const lines of titles) this.bulleted(children, lines);
    this.parent(out, { type: "similarPosts", children });
  }

  /** Appends an item of a list: bullet and text. */
  private bulleted(out: TreeNode[], lines: readonly Line[]): void {
    const children: TreeNode[] = [];
    const first = lines[0] as Line;
    if (hasBullet(first)) {
      const bullet = bulletEnd(this.source.text, first.from, first.body);
      this.leaf(children, { type: "marker" }, first, first.from, bullet);
      this.leaf(children, { type: "text" }, first, first.body, first.to);
      this.texts(children, lines.slice(1));
    } else {
      this.texts(children, lines);
    }
    this.parent(out, { type: "listItem", children });
  }

  /** Appends a text for each line, and gives the list. */
  private texts(out: TreeNode[], lines: readonly Line[]): TreeNode[] {
    for (const line of lines) this.visible(out, "text", line);
    return out;
  }

  /** Appends a parent over children; none where there are none. */
  private parent(out: TreeNode[], node: Unplaced): void {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (first === undefined || last === undefined) return;
    node.position = { start: first.position.start, end: last.position.end };
    out.push(node as TreeNode);
  }

  /** Appends the leaf of a line. */
  private visible(out: TreeNode[], type: TreeLiteral["type"], line: Line): void {
    this.leaf(out, { type }, line, line.from, line.to);
  }

  private piece(out: TreeNode[], node: Unread, { line, from, to }: Piece): void {
    this.leaf(out, node, line, from, to);
  }

  /** Appends a leaf, after a marker for each run of invisible marks that stands before it; none where it would be empty. */
  private leaf(
    out: TreeNode[],
    { type, part }: Unread,
    line: Line,
    from: number,
    to: number,
    last: Line = line,
  ): void {
    if (from >= to) return;
    this.marksBefore(out, from);
    const value = this.source.text.slice(from, to);
    const position = { start: pointAt(line, from), end: pointAt(last, to) };
    // Engines are slow to copy objects, which here would take half the time of the tree.
    out.push(
      (part === undefined ? { type, value, position } : { type, part, value, position }) as TreeLiteral,
    );
    this.at = position.end;
  }

  /** Appends markers for the invisible marks, which are no white space to others, between the last leaf and an offset. */
  private marksBefore(out: TreeNode[], offset: number): void {
    const { text } = this.source;
    let from = this.at.offset;
    while (from < offset && isSpace(text.charCodeAt(from))) from++;
    if (from === offset) return;
    for (const match of text.slice(from, offset).matchAll(/\S+/g)) {
      const start = advance(this.at, text.slice(this.at.offset, from + match.index));
      const end = {
        ...start,
        column: start.column + match[0].length,
        offset: start.offset + match[0].length,
      };
      out.push({ type: "marker", value: match[0], position: { start, end } });
      this.at = end;
    }
  }

  private endOfSource(): PostPoint {
    return advance(this.at, this.source.text.slice(this.at.offset));
  }
}

/** An entry, with the key of its row; a line that is no row of the table has none. */
const entryOf = (row: FieldRow | undefined, children: TreeNode[]): Unplaced =>
  row === undefined ? { type: "entry", children } : { type: "entry", key: row.key, children };

/** A field, with its key and what it holds, by its row. */
const fieldOf = (row: FieldRow | undefined, children: TreeNode[]): Unplaced =>
  row === undefined
    ? { type: "field", kind: "unknown", children }
    : { type: "field", key: row.key, kind: isValueRow(row) ? "value" : row.kind, children };

/** The offset at which lines that fit nowhere start. */
const startOf = (node: FieldNode | Stray): number =>
  node.type === "stray" ? (node.lines[0] as Line).from : firstPiece(node).from;

/** Gives the lines of a field of one value that is not known and stands among the items of another. */
const asStray = ({ head }: FieldNode): Stray => {
  const { line, rest = [] } = head as BoxLine;
  return { type: "stray", lines: [line, ...rest] };
};

/** The point after a text that starts at a point. */
function advance(point: PostPoint, text: string): PostPoint {
  const lines = text.split(LINE_END);
  const last = lines.at(-1) as string;
  return {
    line: point.line + lines.length - 1,
    column: lines.length === 1 ? point.column + last.length : last.length + 1,
    offset: point.offset + text.length,
  };
}
