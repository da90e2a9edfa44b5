// What stands at the side of a column's numbers.

import { TextField } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../../texts";
import type { SettingsProps } from "../cells/CellType";
import { changeSettings } from "../structure";
import { shownNumber, unitOf } from "../values";
import { SettingsForm } from "./SettingsForm";

const LONGEST = 20;
const EXAMPLE = 1234.5;

export function UnitForm({ boardId, column, onClose }: SettingsProps) {
  const [unit, setUnit] = useState(unitOf(column));

  async function save() {
    const text = unit.text.trim();
    const wanted = text ? { symbol: "custom", custom_unit: text, direction: unit.direction } : null;
    const before = column.settings.unit ?? null;
    return await changeSettings(boardId, column, { unit: wanted }, { unit: before });
  }

  return (
    <SettingsForm onSave={save} onClose={onClose}>
      <TextField
        id="unit"
        title={texts.board.unit}
        inputAriaLabel={texts.board.unit}
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
    </SettingsForm>
  );
}
