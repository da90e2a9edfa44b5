import { Check, Checkbox } from "@vibe/icons";
import { texts } from "../../../texts";
import { cellType } from "./CellType";

const NO = /^(false|no|0|-)$/i;

export const checkbox = cellType<true | undefined>({
  icon: Checkbox,
  width: 120,
  showsEmpty: true,
  Content: ({ value }) => (
    <span className={value ? "cell-check cell-checked" : "cell-check"}>
      {value && <Check size="16" aria-label={texts.cells.checked} />}
    </span>
  ),
  toggled: (value) => (value ? undefined : true),
  textOf: (value) => (value ? "v" : ""),
  parse: (text) => (NO.test(text) ? undefined : true),
});
