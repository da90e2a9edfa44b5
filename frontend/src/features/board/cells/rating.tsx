import { Favorite } from "@vibe/icons";
import { RatingEditor } from "../editors/RatingEditor";
import { RatingForm } from "../settings/RatingForm";
import { mostStars } from "../values";
import { cellType } from "./CellType";
import { Stars } from "./Stars";

export const rating = cellType<number>({
  icon: Favorite,
  width: 140,
  Content: ({ column, value }) => <Stars count={value} most={mostStars(column)} />,
  Editor: RatingEditor,
  textOf: String,
  parse(text, column) {
    const most = mostStars(column);
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > most)
      throw new Error(`“${text}” is not a rating from 1 to ${most}.`);
    return count;
  },
  Settings: RatingForm,
});
