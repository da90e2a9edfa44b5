// The labels of a status: a text for each colour.

import { Button } from "@vibe/core";
import { type FormEvent, useState } from "react";
import { texts } from "../../../texts";
import type { SettingsProps } from "../cells/CellType";
import { changeSettings } from "../structure";
import { ALL_STATUS_INDEXES, STATUS_COLORS, statusColor } from "../values";

export function StatusLabels({ boardId, column, onClose }: SettingsProps) {
  const before = (column.settings.labels ?? {}) as Record<string, string>;
  const [labels, setLabels] = useState(before);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole
    ? ALL_STATUS_INDEXES
    : ALL_STATUS_INDEXES.filter((index) => index < STATUS_COLORS.length || before[index]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await changeSettings(boardId, column, { labels }, { labels: before })) onClose();
  }

  return (
    <form className="labels" onSubmit={submit}>
      <div className="labels-list">
        {shown.map((index) => (
          <label key={index}>
            <span className="swatch" style={{ background: statusColor(index) }} />
            <input
              aria-label={`${texts.board.editLabels} ${index + 1}`}
              value={labels[index] ?? ""}
              maxLength={255}
              onChange={(event) => setLabels({ ...labels, [index]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {!isWhole && (
        <Button size="small" kind="tertiary" onClick={() => setIsWhole(true)}>
          {texts.cells.moreColors}
        </Button>
      )}
      <Button type="submit" size="small">
        {texts.board.done}
      </Button>
    </form>
  );
}
