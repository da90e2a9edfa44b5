import { HighlightColorBucket } from "@vibe/icons";
import { ColorEditor } from "../editors/ColorEditor";
import { cellType } from "./CellType";

const HEX = /^#?([0-9a-f]{6})$/i;

export const colorPicker = cellType<string>({
  icon: HighlightColorBucket,
  width: 140,
  Content: ({ value }) => (
    <span className="cell-color" role="img" aria-label={value} style={{ background: value }} />
  ),
  Editor: ColorEditor,
  textOf: (value) => value,
  parse(text) {
    const found = HEX.exec(text);
    if (!found) throw new Error(`“${text}” is not a colour: write it as #037f4c.`);
    return `#${(found[1] ?? "").toLowerCase()}`;
  },
});
