import { Bolt } from "@vibe/icons";
import { texts } from "../../../texts";
import { ButtonForm } from "../settings/ButtonForm";
import { buttonOf, textOn } from "../values";
import { cellType } from "./CellType";

/** The same for every pulse: its words and its colour are the column's. */
export const button = cellType<undefined>({
  icon: Bolt,
  width: 130,
  showsEmpty: true,
  Content: ({ column }) => {
    const { label, color } = buttonOf(column);
    return (
      <span className="cell-button" style={{ background: color, color: textOn(color) }}>
        {label || texts.cells.pressMe}
      </span>
    );
  },
  textOf: () => "",
  Settings: ButtonForm,
});
