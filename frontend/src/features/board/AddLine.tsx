// The line under pulses where the next one is added.

import { type Ref, useRef, useState } from "react";
import type { Group, Row } from "../../api/queries";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import { useRest } from "./dragging";

interface Props {
  /** By which the keys find its field. */
  id: string;
  group: Group;
  /** Undefined where it was refused. */
  onAdd: (name: string) => Promise<Row | undefined>;
  /** Whether a pulse is shown that has just been added. */
  willFit: (row: Row) => Promise<boolean>;
  /** To the pulse above, or to what comes after the field. */
  onLeave: (isUp: boolean) => void;
}

export function AddLine({ id, group, onAdd, willFit, onLeave }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const isOver = useRest(line, group.id, false);
  async function add(name: string) {
    const row = await onAdd(name);
    if (row && !(await willFit(row))) say(texts.board.addedHidden);
    return row !== undefined;
  }
  return (
    <div ref={line} className="row row-add" role="row" data-edge={isOver ? "top" : undefined}>
      <span className="row-edge" style={{ borderLeftColor: group.color }} role="presentation" />
      <div role="gridcell">
        <AddField
          id={id}
          label={texts.board.addPulseTo(group.title)}
          placeholder={texts.board.addPulse}
          onAdd={add}
          onLeave={onLeave}
        />
      </div>
    </div>
  );
}

interface FieldProps {
  field?: Ref<HTMLInputElement>;
  id: string;
  label: string;
  placeholder: string;
  /** Answers whether it was added; else the name comes back. */
  onAdd: (name: string) => Promise<boolean>;
  onLeave?: (isUp: boolean) => void;
}

export function AddField({ field, id, label, placeholder, onAdd, onLeave }: FieldProps) {
  const [name, setName] = useState("");
  async function add() {
    const given = name.trim();
    if (!given) return;
    setName("");
    if (!(await onAdd(given))) setName(given);
  }
  return (
    <input
      ref={field}
      className="add-input"
      data-add={id}
      aria-label={label}
      placeholder={placeholder}
      value={name}
      maxLength={255}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") void add();
        else if (event.key === "Escape") setName("");
        else if (onLeave && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
          event.preventDefault();
          onLeave(event.key === "ArrowUp");
        }
      }}
      onBlur={() => void add()}
    />
  );
}
