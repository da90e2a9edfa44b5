// All that can be written in a doc.

import { Code } from "@tiptap/extension-code";
import { ListItem, TaskItem, TaskList } from "@tiptap/extension-list";
import StarterKit from "@tiptap/starter-kit";
import type { User } from "../../api/queries";
import { texts } from "../../texts";
import { mentionOf } from "../pulse/mention";
import { BlockKeys, CellValue, Colored, Kept, Layout, LayoutCell, NoticeBox, Quote } from "./nodes";
import { Table, TableCell, TableRow } from "./tables";

/** As the server takes them. */
export const ADDRESS = /^(https?:\/\/|mailto:|tel:)\S{1,1990}$/i;
// What stands in an entry of a list besides its text is a list again.
const IN_ENTRY = "paragraph list*";

export const extensionsOf = (people: () => Iterable<User>) => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    blockquote: false,
    code: false,
    listItem: false,
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: (address) => ADDRESS.test(address),
      HTMLAttributes: { target: "_blank", rel: "noopener noreferrer" },
    },
  }),
  Code.extend({ excludes: "" }),
  ListItem.extend({ content: IN_ENTRY }),
  TaskList,
  TaskItem.extend({ content: IN_ENTRY }).configure({
    nested: true,
    a11y: { checkboxLabel: ({ textContent }) => texts.docs.done(textContent) },
  }),
  mentionOf(people).extend({
    addAttributes() {
      return { ...this.parent?.(), kind: { default: "USER", rendered: false } };
    },
  }),
  BlockKeys,
  Quote,
  NoticeBox,
  Layout,
  LayoutCell,
  Kept,
  CellValue,
  Colored,
  Table,
  TableRow,
  TableCell,
];
