// The line of column titles over the pulses of a group.

import { SortAscending, SortDescending } from "@vibe/icons";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { Popover } from "../../ui/popover";
import { AddColumn } from "./AddColumn";
import { ColumnMenu } from "./ColumnMenu";
import { typeOf } from "./cells/registry";
import { type Choices, NARROWEST, WIDEST } from "./choices";
import { useDrag } from "./dragging";
import type { GridColumn } from "./grid";
import { NameField } from "./NameField";
import type { Side } from "./side";
import { renameColumn } from "./structure";

const STEP = 16;

interface Props {
  side: Side;
  color: string;
  /** Of those over subitems. */
  label?: string;
}

export interface HeadProps {
  board: Board;
  mayEdit: boolean;
  choices: Choices;
  choose: (change: Partial<Choices>) => void;
}

export function ColumnHeads({ side, color, label }: Props) {
  const { board, columns, choices, choose } = side;
  const mayEdit = board.may_write;
  const heads = { board, mayEdit, choices, choose };
  return (
    <div
      className={label ? "row row-heads row-under" : "row row-heads"}
      role="row"
      aria-label={label}
    >
      <span className="row-edge" style={{ borderLeftColor: color }} role="presentation" />
      {columns.map((column) => (
        <ColumnHead key={column.id} {...heads} column={column} />
      ))}
      {mayEdit && <AddColumn boardId={board.id} />}
    </div>
  );
}

function ColumnHead(props: HeadProps & { column: GridColumn }) {
  const { board, column, mayEdit, choices } = props;
  const head = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isRenaming, setIsRenaming] = useState(false);
  const [isSetting, setIsSetting] = useState(false);
  const { Settings, icon: Icon } = typeOf(column);
  const isFixed = column.type === "name";
  const edge = useDrag(head, button, {
    what: { kind: "column", id: column.id, boardId: board.id },
    edges: isFixed ? ["right"] : ["left", "right"],
    isOn: mayEdit && !isFixed && !isRenaming,
    label: () => column.title,
  });
  const sort = choices.sort.find((by) => by.column_id === column.id);
  const Arrow = sort?.direction === "desc" ? SortDescending : SortAscending;

  return (
    <div
      ref={head}
      className={`head cell-of-${column.type}`}
      role="columnheader"
      aria-sort={sort && (sort.direction === "desc" ? "descending" : "ascending")}
      style={{ width: column.width }}
      data-edge={edge}
    >
      {isRenaming ? (
        <NameField
          start={column.title}
          onDone={(title) => {
            setIsRenaming(false);
            if (title?.trim()) void renameColumn(board.id, column, title.trim());
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className="head-button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {!isFixed && <Icon className="head-icon" size="14" aria-hidden />}
          <span className="head-title">{column.title}</span>
          {sort && <Arrow size="14" aria-hidden />}
        </button>
      )}
      {isOpen && (
        <Popover
          anchor={button.current}
          label={texts.board.columnMenu(column.title)}
          onClose={() => setIsOpen(false)}
        >
          <ColumnMenu
            {...props}
            onRename={() => setIsRenaming(true)}
            onSettings={() => setIsSetting(true)}
            onClose={() => setIsOpen(false)}
          />
        </Popover>
      )}
      {isSetting && Settings && (
        <Dialog title={texts.cells.settingsOf(column.title)} onClose={() => setIsSetting(false)}>
          <Settings boardId={board.id} column={column} onClose={() => setIsSetting(false)} />
        </Dialog>
      )}
      {/* All names stand in one column: that of the board itself. */}
      {!(isFixed && board.parent_board_id) && <WidthHandle {...props} />}
    </div>
  );
}

/** Drags the column's width; the arrow keys do the same. */
function WidthHandle({ column, choices, choose }: HeadProps & { column: GridColumn }) {
  const start = useRef<{ x: number; width: number } | undefined>(undefined);
  const to = (width: number) => {
    const kept = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    choose({ widths: { ...choices.widths, [column.id]: kept } });
  };
  return (
    <div
      className="head-width"
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.board.widthOf(column.title)}
      aria-valuenow={column.width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "ArrowLeft") to(column.width - STEP);
        else if (event.key === "ArrowRight") to(column.width + STEP);
      }}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: column.width };
      }}
      onPointerMove={(event) => {
        if (start.current) to(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
    />
  );
}
