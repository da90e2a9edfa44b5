import { Button, TextField } from "@vibe/core";
import { type FormEvent, useState } from "react";
import type { Column } from "../../api/queries";
import { texts } from "../../texts";
import { Dialog } from "../../ui/Dialog";
import { changeUnit } from "./structure";
import { shownNumber, unitOf } from "./values";

const LONGEST = 20;
const EXAMPLE = 1234.5;

interface Props {
  boardId: number;
  column: Column;
  onClose: () => void;
}

/** What stands at the side of a column's numbers. */
export function UnitDialog({ boardId, column, onClose }: Props) {
  const [unit, setUnit] = useState(unitOf(column));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await changeUnit(boardId, column, unit)) onClose();
  }

  return (
    <Dialog title={texts.board.unitOf(column.title)} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextField
          id="unit"
          title={texts.board.unit}
          placeholder={texts.board.unitExample}
          value={unit.text}
          maxLength={LONGEST}
          onChange={(text) => setUnit({ ...unit, text })}
          autoFocus
        />
        <fieldset className="choices">
          <legend>{texts.board.unitSide}</legend>
          {(["left", "right"] as const).map((direction) => (
            <label key={direction}>
              <input
                type="radio"
                name="direction"
                checked={unit.direction === direction}
                onChange={() => setUnit({ ...unit, direction })}
              />
              {shownNumber(
                { ...column, settings: { unit: { symbol: unit.text || "…", direction } } },
                EXAMPLE,
              )}
            </label>
          ))}
        </fieldset>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {texts.board.cancel}
          </Button>
          <Button type="submit">{texts.board.done}</Button>
        </div>
      </form>
    </Dialog>
  );
}
