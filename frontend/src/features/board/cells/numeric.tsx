import { Numbers } from "@vibe/icons";
import { LineEditor } from "../editors/LineEditor";
import { numberFrom } from "../parsing";
import { UnitForm } from "../settings/UnitForm";
import { shownNumber } from "../values";
import { cellType } from "./CellType";

export const numeric = cellType<string>({
  icon: Numbers,
  width: 110,
  align: "end",
  Content: ({ column, value }) => <span>{shownNumber(column, value)}</span>,
  Editor: LineEditor,
  isTyped: true,
  textOf: String,
  parse: (given) => numberFrom(given),
  Settings: UnitForm,
});
