// What a column computes.

import { useState } from "react";
import { texts } from "../../../texts";
import type { SettingsProps } from "../cells/CellType";
import { changeSettings } from "../structure";
import { SettingsForm } from "./SettingsForm";

export function FormulaForm({ boardId, column, onClose }: SettingsProps) {
  const before = String(column.settings.formula ?? "");
  const [formula, setFormula] = useState(before);
  const save = () => changeSettings(boardId, column, { formula }, { formula: before });
  return (
    <SettingsForm onSave={save} onClose={onClose}>
      <label className="field">
        {texts.cells.formula}
        <textarea
          rows={4}
          value={formula}
          maxLength={10_000}
          spellCheck={false}
          onChange={(event) => setFormula(event.target.value)}
        />
      </label>
      <p className="quiet">{texts.cells.formulaHelp}</p>
    </SettingsForm>
  );
}
