// Where an update is written, as rich text.

import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { Button, IconButton } from "@vibe/core";
import { Bold, Bullets, Italic, Numbers } from "@vibe/icons";
import { useRef, useState } from "react";
import { useUsers } from "../../api/queries";
import { texts } from "../../texts";
import { mentionOf } from "./mention";

const drafts = new Map<string, string>();

interface Props {
  /** What is written and not sent yet waits under this name. */
  draft: string;
  /** What stands there already, as HTML. */
  start?: string;
  placeholder: string;
  send: string;
  /** Whether it was taken; if not, what was written stays. */
  onSend: (html: string) => Promise<boolean>;
}

export function Writer({ draft, start = "", placeholder, send, onSend }: Props) {
  const people = useRef(useUsers());
  people.current = useUsers();
  const [isBusy, setIsBusy] = useState(false);
  const editor = useEditor({
    content: drafts.get(draft) ?? start,
    onUpdate: ({ editor: at }) => drafts.set(draft, at.getHTML()),
    extensions: [
      StarterKit.configure({ heading: false, link: { openOnClick: false } }),
      mentionOf(() => people.current.values()),
    ],
    editorProps: {
      attributes: { "aria-label": placeholder, role: "textbox", "aria-multiline": "true" },
    },
  });
  const state = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      isEmpty: at?.isEmpty ?? true,
      isBold: at?.isActive("bold") ?? false,
      isItalic: at?.isActive("italic") ?? false,
      isList: at?.isActive("bulletList") ?? false,
      isNumbered: at?.isActive("orderedList") ?? false,
    }),
  });

  async function submit() {
    if (!editor || state?.isEmpty) return;
    setIsBusy(true);
    const isSent = await onSend(editor.getHTML());
    setIsBusy(false);
    if (!isSent) return;
    editor.commands.clearContent();
    drafts.delete(draft);
  }

  const tools = [
    [Bold, texts.pulse.bold, state?.isBold, () => editor?.chain().focus().toggleBold().run()],
    [
      Italic,
      texts.pulse.italic,
      state?.isItalic,
      () => editor?.chain().focus().toggleItalic().run(),
    ],
    [
      Bullets,
      texts.pulse.list,
      state?.isList,
      () => editor?.chain().focus().toggleBulletList().run(),
    ],
    [
      Numbers,
      texts.pulse.numbered,
      state?.isNumbered,
      () => editor?.chain().focus().toggleOrderedList().run(),
    ],
  ] as const;

  return (
    <fieldset
      className="writer"
      aria-label={placeholder}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <EditorContent
        editor={editor}
        className="writer-text"
        data-placeholder={state?.isEmpty ? placeholder : ""}
      />
      <div className="writer-tools">
        {tools.map(([icon, label, isOn, toggle]) => (
          <IconButton
            key={label}
            size="xs"
            kind="tertiary"
            icon={icon}
            aria-label={label}
            active={Boolean(isOn)}
            onClick={toggle}
          />
        ))}
        <Button
          size="small"
          loading={isBusy}
          disabled={state?.isEmpty}
          onClick={() => void submit()}
        >
          {send}
        </Button>
      </div>
    </fieldset>
  );
}
