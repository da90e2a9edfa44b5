// Where a doc is written, and saved by itself; for who may not change it, where it is read.

import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useUsers } from "../../api/queries";
import { texts } from "../../texts";
import { type Block, blocksOf } from "./blocks";
import { fromEditor, toEditor } from "./conversion";
import { extensionsOf } from "./extensions";
import type { Mentioned } from "./inline";
import { serverOf } from "./queries";
import { SavingLine } from "./SavingLine";
import { type Doc, type Page, Saver } from "./saver";
import { Tools } from "./Tools";
import { useFocusWithin } from "./useFocusWithin";
import { useNameOf } from "./useNameOf";
import "./editor.css";
import "./text.css";

interface Props {
  doc: Doc;
  label: string;
  /** Shown where nothing is written yet. */
  placeholder: string;
  /** Part of another page: the tools are below the text, and only while one writes. */
  isSmall?: boolean;
  /** One begins to write at once. */
  isFocused?: boolean;
}

export function DocEditor(props: Props) {
  const { doc, label, placeholder, isSmall = false, isFocused = false } = props;
  const people = useRef(useUsers());
  people.current = useUsers();
  const nameOf = useNameOf();
  const first = useRef(doc);
  const [saver, setSaver] = useState<Saver>();
  const [isLinking, setIsLinking] = useState(false);
  const [isWithin, within] = useFocusWithin();
  const [isEmpty, setIsEmpty] = useState(doc.blocks.length === 0);
  const mayEdit = doc.may_edit;
  const editor = useEditor({
    content: toEditor(blocksOf(doc.blocks), nameOf.current),
    editable: mayEdit,
    autofocus: isFocused,
    extensions: extensionsOf(() => people.current.values()),
    onUpdate: () => saver?.changed(),
    onTransaction: ({ editor: at }) => setIsEmpty(at.isEmpty),
    editorProps: {
      attributes: {
        "aria-label": label,
        ...(mayEdit ? { role: "textbox", "aria-multiline": "true" } : { role: "region" }),
      },
      handleDOMEvents: { keydown: heedSelection },
    },
  });

  useEffect(() => {
    // One that waited too long for its page was taken down, and comes anew.
    if (editor.isDestroyed) return;
    // The line after the last block is nobody's change.
    dispatchUntold(editor, editor.state.tr);
    const made = new Saver(first.current, pageOf(editor, nameOf), serverOf(first.current.id));
    setSaver(made);
    const hidden = () => document.visibilityState === "hidden" && void made.save();
    const leaves = (event: BeforeUnloadEvent) => {
      if (made.state.value.is === "saved") return;
      event.preventDefault();
      void made.save();
    };
    document.addEventListener("visibilitychange", hidden);
    addEventListener("beforeunload", leaves);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      removeEventListener("beforeunload", leaves);
      made.leave();
    };
  }, [editor, nameOf]);
  useEffect(() => saver?.take(doc), [saver, doc]);
  useEffect(() => {
    if (!editor.isDestroyed) editor.setEditable(mayEdit, false);
  }, [editor, mayEdit]);

  function keyed(event: KeyboardEvent) {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === "k") setIsLinking(true);
    else if (event.key === "s") void saver?.save();
    else return;
    event.preventDefault();
  }

  const text = (
    <EditorContent
      editor={editor}
      className="doc-text"
      data-placeholder={isEmpty ? (mayEdit ? placeholder : texts.docs.nothing) : ""}
    />
  );
  const isIdle = isSmall && !isWithin;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the text in it, and of its tools.
    <div
      className={isSmall ? "doc-editor doc-editor-small" : "doc-editor"}
      data-idle={isIdle || undefined}
      onKeyDown={mayEdit ? keyed : undefined}
      {...within}
    >
      {isSmall && text}
      {mayEdit && saver && (
        <div className="doc-tools" data-idle={isIdle || undefined}>
          {!isIdle && <Tools editor={editor} isLinking={isLinking} onLink={setIsLinking} />}
          <SavingLine saver={saver} />
        </div>
      )}
      {!isSmall && text}
    </div>
  );
}

/** A browser tells of a click's place a frame later than of the click: a key that comes first is for that place, too. */
function heedSelection(): void {
  document.dispatchEvent(new Event("selectionchange"));
}

function pageOf(editor: Editor, nameOf: { current: Mentioned }): Page {
  const nodeOf = (blocks: Block[]) => editor.schema.nodeFromJSON(toEditor(blocks, nameOf.current));
  return {
    read: () => fromEditor(editor.getJSON()),
    normal: (blocks) => fromEditor(nodeOf(blocks).toJSON()),
    show(blocks) {
      const { doc, tr } = editor.state;
      const next = withLastLine(nodeOf(blocks), doc);
      const start = doc.content.findDiffStart(next.content);
      const end = doc.content.findDiffEnd(next.content);
      if (start === null || !end) return;
      // What is the same from both sides isn't to be counted twice.
      const twice = Math.max(0, start - Math.min(end.a, end.b));
      tr.replace(start, end.a + twice, next.slice(start, end.b + twice));
      dispatchUntold(editor, tr);
    },
  };
}

/** The line after the last block, which is none yet, stays where it is: the cursor may stand in it. */
function withLastLine(next: Node, present: Node): Node {
  const last = present.lastChild;
  const isFree = last?.type.name === "paragraph" && last.childCount === 0;
  if (!isFree || next.lastChild?.type === last.type) return next;
  return next.copy(next.content.addToEnd(last));
}

/** What the writer hasn't done, and can't undo. */
function dispatchUntold(editor: Editor, tr: Transaction): void {
  editor.view.dispatch(tr.setMeta("addToHistory", false).setMeta("preventUpdate", true));
}
