import { Dropdown } from "@vibe/icons";
import { DropdownEditor } from "../editors/DropdownEditor";
import { DropdownLabels } from "../settings/DropdownLabels";
import { optionsOf, splitNames } from "../values";
import { cellType } from "./CellType";

export interface DropdownValue {
  ids: number[];
}

export const dropdown = cellType<DropdownValue>({
  icon: Dropdown,
  width: 180,
  Content: ({ column, value }) => (
    <span className="cell-chips">
      {optionsOf(column)
        .filter(({ id }) => value.ids.includes(id))
        .map(({ id, name }) => (
          <span key={id}>{name}</span>
        ))}
    </span>
  ),
  Editor: DropdownEditor,
  textOf: (value, { column }) =>
    optionsOf(column)
      .filter(({ id }) => value.ids.includes(id))
      .map(({ name }) => name)
      .join(", "),
  parse(text, column) {
    const options = optionsOf(column);
    const ids = splitNames(text, (name) => options.some((one) => one.name === name)).map((name) => {
      const wanted = name.toLocaleLowerCase();
      const found = options.find((one) => one.name.toLocaleLowerCase() === wanted);
      if (!found) throw new Error(`“${column.title}” has no label “${name}”.`);
      return found.id;
    });
    return { ids };
  },
  Settings: DropdownLabels,
});
