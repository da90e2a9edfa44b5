// Tables of plain cells: as many in each row, none of them joined with another.

import { type Command, TextSelection } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
} from "@tiptap/pm/tables";
import { type Editor, Node } from "@tiptap/react";

const COLUMNS = 3;
const ROWS = 3;

/** By the names of their nodes, the parts that ProseMirror's tables know. */
const ROLES: Record<string, string> = { table: "table", tableRow: "row", tableCell: "cell" };
const ONE = { default: 1, rendered: false };

export const TableCell = Node.create({
  name: "tableCell",
  content: "block+",
  isolating: true,
  addAttributes: () => ({
    // ProseMirror's tables ask for them.
    colspan: ONE,
    rowspan: ONE,
    colwidth: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: "td" }, { tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});

export const TableRow = Node.create({
  name: "tableRow",
  content: "tableCell+",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  extendNodeSchema: ({ name }) => (name in ROLES ? { tableRole: ROLES[name] } : {}),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const go = (step: 1 | -1) => () => {
      const { state, view } = this.editor;
      return goToNextCell(step)(state, view.dispatch);
    };
    return { Tab: go(1), "Shift-Tab": go(-1) };
  },
});

/** An empty one, with the cursor in its first cell. */
export function insertTable(editor: Editor): void {
  const cell = { type: "tableCell", content: [{ type: "paragraph" }] };
  const row = { type: "tableRow", content: Array(COLUMNS).fill(cell) };
  const table = editor.schema.nodeFromJSON({ type: "table", content: Array(ROWS).fill(row) });
  const { tr } = editor.state;
  const within = tr.selection.from + 1;
  tr.replaceSelectionWith(table);
  tr.setSelection(TextSelection.near(tr.doc.resolve(within)));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}

/** What can be done with the table that the cursor is in. */
export const TABLE_CHANGES = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
} satisfies Record<string, Command>;
