// How many stars there are.

import { useState } from "react";
import { texts } from "../../../texts";
import { Select } from "../../../ui/Select";
import type { SettingsProps } from "../cells/CellType";
import { changeSettings } from "../structure";
import { mostStars } from "../values";
import { SettingsForm } from "./SettingsForm";

const COUNTS = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [String(index + 1), String(index + 1)]),
);

export function RatingForm({ boardId, column, onClose }: SettingsProps) {
  const before = mostStars(column);
  const [most, setMost] = useState(String(before));
  const save = () => changeSettings(boardId, column, { max: Number(most) }, { max: before });
  return (
    <SettingsForm onSave={save} onClose={onClose}>
      <Select label={texts.cells.mostStars} value={most} choices={COUNTS} onChange={setMost} />
    </SettingsForm>
  );
}
