// The buttons of the editor: how a text looks, what kind of block it is, what can be put in.

import { type Editor, useEditorState } from "@tiptap/react";
import { IconButton } from "@vibe/core";
import {
  Bold,
  Bullets,
  CheckList,
  Code,
  Divider,
  Info,
  Italic,
  Numbers,
  Redo,
  StrikethroughS,
  Table,
  Underline,
  Undo,
} from "@vibe/icons";
import { texts } from "../../texts";
import { MenuItem } from "../../ui/LineMenu";
import { MenuButton } from "../../ui/MenuButton";
import { Select } from "../../ui/Select";
import { LinkTool } from "./LinkTool";
import { insertTable, TABLE_CHANGES } from "./tables";

interface Props {
  editor: Editor;
  isLinking: boolean;
  onLink: (isLinking: boolean) => void;
}

type Style = keyof typeof texts.docs.styles;

export function Tools({ editor, isLinking, onLink }: Props) {
  const state = useEditorState({ editor, selector: ({ editor: at }) => stateOf(at) });
  const go = () => editor.chain().focus();
  const marks = [
    [Bold, texts.docs.bold, state.bold, () => go().toggleBold().run()],
    [Italic, texts.docs.italic, state.italic, () => go().toggleItalic().run()],
    [Underline, texts.docs.underline, state.underline, () => go().toggleUnderline().run()],
    [StrikethroughS, texts.docs.strike, state.strike, () => go().toggleStrike().run()],
    [Code, texts.docs.inlineCode, state.code, () => go().toggleCode().run()],
  ] as const;
  const lists = [
    [Bullets, texts.docs.bulleted, state.bulletList, () => go().toggleBulletList().run()],
    [Numbers, texts.docs.numbered, state.orderedList, () => go().toggleOrderedList().run()],
    [CheckList, texts.docs.checkList, state.taskList, () => go().toggleTaskList().run()],
  ] as const;
  return (
    <div className="doc-toolbar" role="toolbar" aria-label={texts.docs.tools}>
      <Select<Style>
        label={texts.docs.style}
        isLabelHidden
        value={state.style}
        choices={texts.docs.styles}
        onChange={(style) => restyle(editor, style)}
      />
      <span className="doc-tool-group">
        {marks.map(([icon, label, isOn, toggle]) => (
          <Tool key={label} icon={icon} label={label} isOn={isOn} onPress={toggle} />
        ))}
        <LinkTool editor={editor} isOn={state.link} isOpen={isLinking} onOpen={onLink} />
      </span>
      <span className="doc-tool-group">
        {lists.map(([icon, label, isOn, toggle]) => (
          <Tool key={label} icon={icon} label={label} isOn={isOn} onPress={toggle} />
        ))}
      </span>
      <span className="doc-tool-group">
        {state.table ? (
          <TableMenu editor={editor} />
        ) : (
          <Tool icon={Table} label={texts.docs.table} onPress={() => insertTable(editor)} />
        )}
        {state.notice ? (
          <NoticeMenu editor={editor} theme={state.notice} />
        ) : (
          <Tool
            icon={Info}
            label={texts.docs.notice}
            onPress={() => go().wrapIn("noticeBox").run()}
          />
        )}
        <Tool
          icon={Divider}
          label={texts.docs.divider}
          onPress={() => go().setHorizontalRule().run()}
        />
      </span>
      <span className="doc-tool-group">
        <Tool
          icon={Undo}
          label={texts.docs.undo}
          isOff={!state.canUndo}
          onPress={() => go().undo().run()}
        />
        <Tool
          icon={Redo}
          label={texts.docs.redo}
          isOff={!state.canRedo}
          onPress={() => go().redo().run()}
        />
      </span>
    </div>
  );
}

interface ToolProps {
  icon: typeof Bold;
  label: string;
  /** Left out for what isn't switched on and off. */
  isOn?: boolean;
  isOff?: boolean;
  onPress: () => void;
}

function Tool({ icon, label, isOn, isOff = false, onPress }: ToolProps) {
  return (
    <IconButton
      size="xs"
      kind="tertiary"
      icon={icon}
      aria-label={label}
      disabled={isOff}
      active={isOn ?? false}
      {...(isOn === undefined ? {} : { "aria-pressed": isOn })}
      onClick={onPress}
    />
  );
}

function TableMenu({ editor }: { editor: Editor }) {
  const changes = Object.keys(TABLE_CHANGES) as (keyof typeof TABLE_CHANGES)[];
  return (
    <MenuButton text={texts.docs.table} label={texts.docs.inTable} leftIcon={Table} isActive>
      {(close) =>
        changes.map((change) => (
          <MenuItem
            key={change}
            text={texts.docs.tableChanges[change]}
            onPick={() => {
              close();
              TABLE_CHANGES[change](editor.state, editor.view.dispatch);
              editor.view.focus();
            }}
          />
        ))
      }
    </MenuButton>
  );
}

function NoticeMenu({ editor, theme }: { editor: Editor; theme: string }) {
  const shown = texts.docs.themes[theme as keyof typeof texts.docs.themes];
  return (
    <MenuButton text={shown} label={`${texts.docs.theme}: ${shown}`} leftIcon={Info} isActive>
      {(close) => (
        <>
          {Object.entries(texts.docs.themes).map(([name, text]) => (
            <MenuItem
              key={name}
              text={text}
              onPick={() => {
                close();
                editor.chain().focus().updateAttributes("noticeBox", { theme: name }).run();
              }}
            />
          ))}
          <MenuItem
            text={texts.docs.removeNotice}
            onPick={() => {
              close();
              editor.chain().focus().lift("noticeBox").run();
            }}
          />
        </>
      )}
    </MenuButton>
  );
}

function stateOf(editor: Editor) {
  const names = ["bold", "italic", "underline", "strike", "code", "link"] as const;
  const lists = ["bulletList", "orderedList", "taskList", "table"] as const;
  const isOn = Object.fromEntries(
    [...names, ...lists].map((name) => [name, editor.isActive(name)]),
  ) as Record<(typeof names | typeof lists)[number], boolean>;
  return {
    ...isOn,
    style: styleOf(editor),
    notice: editor.isActive("noticeBox") ? String(editor.getAttributes("noticeBox").theme) : "",
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

function styleOf(editor: Editor): Style {
  if (editor.isActive("quote")) return "quote";
  if (editor.isActive("codeBlock")) return "code";
  const { level } = editor.isActive("heading") ? editor.getAttributes("heading") : { level: 0 };
  return level === 1 ? "title1" : level === 2 ? "title2" : level === 3 ? "title3" : "text";
}

function restyle(editor: Editor, style: Style): void {
  const go = editor.chain().focus();
  if (style === "text") go.setParagraph().run();
  else if (style === "quote") go.setNode("quote").run();
  else if (style === "code") go.setCodeBlock().run();
  else go.setHeading({ level: Number(style.at(-1)) as 1 | 2 | 3 }).run();
}
