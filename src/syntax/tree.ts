import { type FieldRow, isValueRow } from "../format/fields.ts";
import { type BoxLine, bulletOf, firstOf, labelOf, markOf, valuePieces } from "./box-line.ts";
import { lastPiece, startOfBox } from "./ends.ts";
import { partsOf } from "./images.ts";
import type { ArticleNode, BlockNode, BoxNode, FieldNode, Piece, SimilarNode, Stray } from "./nodes.ts";
import { parseSyntax } from "./parse.ts";
import { visible } from "./pieces.ts";
import { LINE_END, type PostPoint, spanOf } from "./position.ts";
import { bulletEnd, hasBullet, type Line, Source } from "./scan.ts";
import type { TreeEntry, TreeField } from "./tree-box.ts";
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
  if (typeof source !== "string") throw new TypeError(`parseTree takes a string, got ${typeof source}`);
  return new TreeBuilder(new Source(source)).root();
}

class TreeBuilder {
  /** Where the last leaf ended. */
  private at: PostPoint = { line: 1, column: 1, offset: 0 };

  constructor(private readonly source: Source) {}

  root(): PostRoot {
    const { article, boxes, similar } = parseSyntax(this.source);
    const start = { ...this.at };
    const children = this.article(article);
    const tail = [
      ...boxes.map((box) => ({ at: startOfBox(box).from, build: () => this.box(box) })),
      ...similar.map((node) => ({ at: node.heading.from, build: () => this.similar(node) })),
    ].sort((a, b) => a.at - b.at);
    const nodes = [
      ...children,
      ...tail.flatMap(({ build }) => build()),
      ...this.marksBefore(this.source.text.length),
    ];
    return {
      type: "root",
      children: nodes as PostRoot["children"],
      position: { start, end: this.endOfSource() },
    };
  }

  private article({ separators, title, body }: ArticleNode): TreeNode[] {
    const bars = separators.flatMap((line) => this.leaf("separator", visible(line)));
    const head = title === undefined ? [] : this.parent("title", this.texts(title.lines));
    const nodes: TreeNode[] = [...bars, ...head];
    let section: TreeNode[] = nodes;
    const close = (): void => {
      if (section !== nodes) nodes.push(...this.parent("section", section));
    };
    for (const node of body) {
      if (node.type === "heading") {
        close();
        section = this.leaf("heading", visible(node.line));
      } else {
        section.push(...this.block(node));
      }
    }
    close();
    return nodes;
  }

  private block(node: BlockNode): TreeNode[] {
    switch (node.type) {
      case "paragraph":
        return this.parent("paragraph", this.texts(node.lines));
      case "code": {
        const first = node.lines[0] as Line;
        const last = node.lines.at(-1) as Line;
        return this.leaf("code", { line: first, from: first.from, to: last.to }, visible(last));
      }
      case "list":
        return this.parent(
          "list",
          node.items.flatMap((lines) => this.bulleted(lines)),
        );
      case "image": {
        const { alt, caption, lead, host } = partsOf(this.source, node);
        return this.parent("image", [
          ...alt.flatMap((piece) => this.imageText("alt", piece)),
          ...caption.flatMap((piece) => this.imageText("caption", piece)),
          ...lead.flatMap((piece) => this.leaf("marker", piece)),
          ...this.imageText("host", host[0]),
        ]);
      }
    }
  }

  private box({ heading, children }: BoxNode): TreeNode[] {
    const head = heading === undefined ? [] : this.leaf("heading", visible(heading));
    const nodes: TreeNode[] = [];
    for (let at = 0; at < children.length; ) {
      const child = children[at++] as FieldNode | Stray;
      if (child.type === "stray") {
        nodes.push(...this.stray(child));
        continue;
      }
      const within: Stray[] = [];
      const end = lastPiece(child).from;
      for (let next = children[at]; next?.type === "stray" && startOf(next) < end; next = children[at]) {
        within.push(next);
        at++;
      }
      nodes.push(...this.field(child, within));
    }
    return this.parent("metaBox", [...head, ...nodes]);
  }

  /** The nodes of a field, with the lines that stand among its items and fit nowhere. */
  private field({ row, head, items }: FieldNode, strays: readonly Stray[]): TreeNode[] {
    const line = head === undefined ? [] : this.boxLine(head);
    const parts = [
      ...items.map((item) => ({
        at: firstOf(item).from,
        build: () => this.parent("entry", this.boxLine(item), keyOf(item.row)),
      })),
      ...strays.map((stray) => ({ at: startOf(stray), build: () => this.stray(stray) })),
    ].sort((a, b) => a.at - b.at);
    const children = [...line, ...parts.flatMap(({ build }) => build())];
    return this.parent("field", children, { ...keyOf(row), kind: kindOf(row) });
  }

  /** The leaves of a line of the box: bullet, label, mark and value. */
  private boxLine(one: BoxLine): TreeNode[] {
    return [
      ...this.leaf("marker", bulletOf(one)),
      ...this.leaf("label", labelOf(one)),
      ...this.leaf("marker", markOf(one)),
      ...valuePieces(one).flatMap((piece) => this.leaf("text", piece)),
    ];
  }

  private stray({ lines }: Stray): TreeNode[] {
    return this.parent("stray", this.texts(lines));
  }

  private similar({ heading, titles }: SimilarNode): TreeNode[] {
    const head = this.leaf("heading", visible(heading));
    return this.parent("similarPosts", [...head, ...titles.flatMap((lines) => this.bulleted(lines))]);
  }

  /** The nodes of an item of a list: bullet and text. */
  private bulleted(lines: readonly Line[]): TreeNode[] {
    const first = lines[0] as Line;
    if (!hasBullet(first)) return this.parent("listItem", this.texts(lines));
    const bullet = bulletEnd(this.source.text, first.from, first.body);
    const marker = this.leaf("marker", { line: first, from: first.from, to: bullet });
    const body =
      first.body < first.to ? this.leaf("text", { line: first, from: first.body, to: first.to }) : [];
    return this.parent("listItem", [...marker, ...body, ...this.texts(lines.slice(1))]);
  }

  private texts(lines: readonly Line[]): TreeNode[] {
    return lines.flatMap((line) => this.leaf("text", visible(line)));
  }

  /** A parent over children; none where there are none. */
  private parent(
    type: TreeParent["type"],
    children: TreeNode[],
    facts: Partial<Pick<TreeField, "kind"> & Pick<TreeEntry, "key">> = {},
  ): TreeNode[] {
    const first = children[0];
    const last = children.at(-1);
    if (first === undefined || last === undefined) return [];
    const position = { start: first.position.start, end: last.position.end };
    return [{ type, ...facts, children, position } as TreeNode];
  }

  /** The leaf of a piece, after a marker for each run of invisible marks that stands before it. */
  private leaf(
    type: TreeLiteral["type"],
    piece: Piece | undefined,
    last: Piece | undefined = piece,
    facts: Pick<TreeText, "part"> = {},
  ): TreeNode[] {
    if (piece === undefined || last === undefined || piece.from >= last.to) return [];
    const marks = this.marksBefore(piece.from);
    const position = spanOf(this.source, piece, last);
    this.at = position.end;
    return [...marks, { type, ...facts, value: this.source.text.slice(piece.from, last.to), position }];
  }

  private imageText(part: NonNullable<TreeText["part"]>, piece: Piece | undefined): TreeNode[] {
    return this.leaf("text", piece, piece, { part });
  }

  /** Markers for the invisible marks, which are no white space to others, between the last leaf and an offset. */
  private marksBefore(offset: number): TreeLiteral[] {
    const from = this.at.offset;
    const marks: TreeLiteral[] = [];
    for (const match of this.source.text.slice(from, offset).matchAll(/\S+/g)) {
      const start = advance(this.at, this.source.text.slice(this.at.offset, from + match.index));
      const end = {
        ...start,
        column: start.column + match[0].length,
        offset: start.offset + match[0].length,
      };
      marks.push({ type: "marker", value: match[0], position: { start, end } });
      this.at = end;
    }
    return marks;
  }

  private endOfSource(): PostPoint {
    return advance(this.at, this.source.text.slice(this.at.offset));
  }
}

/** The key of a row; a line that is no row of the table has none. */
const keyOf = (row: FieldRow | undefined): Pick<TreeEntry, "key"> =>
  row === undefined ? {} : { key: row.key };

/** What a field holds, by its row. */
function kindOf(row: FieldRow | undefined): TreeField["kind"] {
  if (row === undefined) return "unknown";
  return isValueRow(row) ? "value" : row.kind;
}

/** The offset at which lines that fit nowhere start. */
const startOf = ({ lines }: Stray): number => (lines[0] as Line).from;

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
