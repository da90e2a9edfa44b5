import { IconButton } from "@vibe/core";
import { DropdownChevronDown, DropdownChevronRight, Menu } from "@vibe/icons";
import { useRef, useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Popover } from "../../ui/popover";
import { useDrag, useRest } from "./dragging";
import type { Line } from "./grid";
import { NameField } from "./NameField";
import { archiveGroup, changeGroup, idBefore, placeGroup } from "./structure";

const COLORS = [
  "#037f4c",
  "#fdab3d",
  "#579bfc",
  "#e2445c",
  "#a25ddc",
  "#00c875",
  "#0086c0",
  "#ff642e",
  "#9cd326",
  "#784bd1",
  "#bb3354",
];

interface Props {
  line: Extract<Line, { kind: "group" }>;
  board: Board;
  mayEdit: boolean;
  onFold: () => void;
}

export function GroupHead({ line, board, mayEdit, onFold }: Props) {
  const { group, isOpen } = line;
  const head = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLHeadingElement>(null);
  const menu = useRef<HTMLSpanElement>(null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [isRenaming, setIsRenaming] = useState(false);
  const inner = useRef<HTMLDivElement>(null);
  // Not the head itself: an element is one target only, and the head is that of groups.
  const isOver = useRest(inner, group.id, true);
  const edge = useDrag(head, grip, {
    what: { kind: "group", id: group.id },
    edges: ["top", "bottom"],
    isOn: mayEdit && !isRenaming,
    label: () => group.title,
  });
  const before = idBefore(board.groups, group.id);
  const next = board.groups[board.groups.findIndex((one) => one.id === group.id) + 1];

  /** A line of the menu, which closes it. */
  const item = (text: string, act: () => void) => (
    <button
      type="button"
      className="menu-item"
      onClick={() => {
        setIsMenuOpen(false);
        act();
      }}
    >
      {text}
    </button>
  );

  return (
    <div ref={head} className="group-line" role="row" data-edge={isOver ? "bottom" : edge}>
      <div ref={inner} className="group-head" role="gridcell">
        <IconButton
          size="xs"
          kind="tertiary"
          icon={isOpen ? DropdownChevronDown : DropdownChevronRight}
          aria-label={isOpen ? texts.board.collapse(group.title) : texts.board.expand(group.title)}
          aria-expanded={isOpen}
          onClick={onFold}
        />
        {isRenaming ? (
          <NameField
            start={group.title}
            onDone={(title) => {
              setIsRenaming(false);
              if (title?.trim()) void changeGroup(board.id, group, { title: title.trim() });
            }}
          />
        ) : (
          <h2 ref={grip}>
            <span className="group-mark" style={{ background: group.color }} />
            {group.title}
          </h2>
        )}
        <span className="quiet group-count">{texts.board.pulses(line.count)}</span>
        {mayEdit && (
          <span ref={menu}>
            <IconButton
              size="xs"
              kind="tertiary"
              icon={Menu}
              aria-label={texts.board.groupMenu(group.title)}
              aria-haspopup="dialog"
              onClick={() => setIsMenuOpen(!isMenuOpen)}
            />
          </span>
        )}
        {isMenuOpen && (
          <Popover
            anchor={menu.current}
            label={texts.board.groupMenu(group.title)}
            onClose={() => setIsMenuOpen(false)}
          >
            {item(texts.board.rename, () => setIsRenaming(true))}
            <fieldset className="swatches" aria-label={texts.board.recolour}>
              {COLORS.map((color) => (
                <button
                  key={color}
                  type="button"
                  className="swatch"
                  aria-label={`${texts.board.recolour} ${color}`}
                  style={{ background: color }}
                  onClick={() => {
                    setIsMenuOpen(false);
                    void changeGroup(board.id, group, { color });
                  }}
                />
              ))}
            </fieldset>
            {before &&
              item(
                texts.board.moveUp,
                () => void placeGroup(board, group.id, idBefore(board.groups, before)),
              )}
            {next && item(texts.board.moveDown, () => void placeGroup(board, group.id, next.id))}
            {item(texts.board.archiveGroup, () => void archiveGroup(board.id, group))}
          </Popover>
        )}
      </div>
    </div>
  );
}
