import { Time } from "@vibe/icons";
import { LineEditor } from "../editors/LineEditor";
import { timeFrom } from "../parsing";
import { cellType } from "./CellType";

interface HourValue {
  hour: number;
  minute: number;
}

const shownBy = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

export const hour = cellType<HourValue>({
  icon: Time,
  width: 110,
  Content: (props) => (
    <span>
      {shownBy.format(new Date(Date.UTC(2000, 0, 1, props.value.hour, props.value.minute)))}
    </span>
  ),
  Editor: LineEditor,
  isTyped: true,
  textOf: (value) =>
    [value.hour, value.minute].map((part) => String(part).padStart(2, "0")).join(":"),
  parse: timeFrom,
});
