// What a button says, and its colour.

import { TextField } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../../texts";
import type { SettingsProps } from "../cells/CellType";
import { changeSettings } from "../structure";
import { buttonOf } from "../values";
import { SettingsForm } from "./SettingsForm";

export function ButtonForm({ boardId, column, onClose }: SettingsProps) {
  const before = buttonOf(column);
  const [label, setLabel] = useState(before.label);
  const [color, setColor] = useState(before.color);
  const save = () => changeSettings(boardId, column, { label: label.trim(), color }, { ...before });
  return (
    <SettingsForm onSave={save} onClose={onClose}>
      <TextField
        id="button-label"
        title={texts.cells.buttonLabel}
        inputAriaLabel={texts.cells.buttonLabel}
        placeholder={texts.cells.pressMe}
        value={label}
        maxLength={255}
        onChange={setLabel}
        autoFocus
      />
      <label className="color-line">
        {texts.cells.color}
        <input
          type="color"
          className="color-well"
          value={color}
          onChange={(event) => setColor(event.target.value)}
        />
      </label>
    </SettingsForm>
  );
}
