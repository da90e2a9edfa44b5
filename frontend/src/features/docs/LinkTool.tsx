// A link for what is selected, or another address for the one that the cursor is in.

import type { MarkType } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import { Button, IconButton, TextField } from "@vibe/core";
import { Link } from "@vibe/icons";
import { type FormEvent, useRef, useState } from "react";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { Popover } from "../../ui/popover";
import { ADDRESS } from "./extensions";

interface Props {
  editor: Editor;
  isOn: boolean;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

export function LinkTool({ editor, isOn, isOpen, onOpen }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    onOpen(false);
    // At once: the next key may be on its way.
    editor.view.focus();
  };
  return (
    <span ref={anchor}>
      <IconButton
        size="xs"
        kind="tertiary"
        icon={Link}
        aria-label={texts.docs.link}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        active={isOn}
        onClick={() => onOpen(!isOpen)}
      />
      {isOpen && (
        <Popover anchor={anchor.current} label={texts.docs.link} onClose={close}>
          <LinkForm editor={editor} onDone={close} />
        </Popover>
      )}
    </span>
  );
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const present = String(editor.getAttributes("link").href ?? "");
  const [address, setAddress] = useState(present);
  const [problem, setProblem] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const href = whole(address.trim());
    if (!ADDRESS.test(href)) return setProblem(texts.docs.noAddress);
    put(editor, href);
    onDone();
  }

  return (
    <form className="doc-link-form" onSubmit={submit}>
      <TextField
        id="link-address"
        title={texts.docs.address}
        placeholder={texts.docs.addressHint}
        value={address}
        onChange={setAddress}
        autoFocus
      />
      <Problem>{problem}</Problem>
      <div className="doc-link-buttons">
        <Button size="small" type="submit" disabled={!address.trim()}>
          {texts.docs.setLink}
        </Button>
        {present && (
          <>
            <Button
              size="small"
              kind="tertiary"
              onClick={() => {
                editor.chain().extendMarkRange("link").unsetLink().run();
                onDone();
              }}
            >
              {texts.docs.removeLink}
            </Button>
            <a href={present} target="_blank" rel="noopener noreferrer">
              {texts.docs.openLink}
            </a>
          </>
        )}
      </div>
    </form>
  );
}

/** Without a scheme it is a page, or somebody's mail. */
function whole(address: string): string {
  if (/^[a-z]+:/i.test(address)) return address;
  return address.includes("@") ? `mailto:${address}` : `https://${address}`;
}

/** Where nothing is selected, the address itself is what is read. One goes on writing after the link. */
function put(editor: Editor, href: string): void {
  const marks = [{ type: "link", attrs: { href } }];
  const isThere = editor.isActive("link") || !editor.state.selection.empty;
  const go = editor.chain();
  if (isThere) go.extendMarkRange("link").setLink({ href });
  else go.insertContent({ type: "text", text: href, marks });
  go.command(({ tr, state }) => {
    tr.setSelection(TextSelection.create(tr.doc, tr.selection.to));
    tr.removeStoredMark(state.schema.marks.link as MarkType);
    return true;
  }).run();
}
