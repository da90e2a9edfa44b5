import { Tags } from "@vibe/icons";
import { TagsEditor } from "../editors/TagsEditor";
import { cellType } from "./CellType";

/** `new_names`: those that the server has still to make tags of. */
export interface TagsValue {
  tag_ids: number[];
  new_names?: string[];
}

export const tags = cellType<TagsValue>({
  icon: Tags,
  width: 180,
  Content: ({ value, names }) => (
    <span className="cell-tags">
      {value.tag_ids.map((id) => {
        const tag = names.tags.get(id);
        return tag ? <span key={id}>#{tag.name}</span> : null;
      })}
    </span>
  ),
  Editor: TagsEditor,
  textOf: (value, { names }) =>
    value.tag_ids.flatMap((id) => names.tags.get(id)?.name ?? []).join(", "),
  parse(text, _, names) {
    const given = text
      .split(",")
      .map((name) => name.trim().replace(/^#/, ""))
      .filter(Boolean);
    return tagsNamed(given, [...names.tags.values()]);
  },
  bodyOf(value, names) {
    const known = (value?.tag_ids ?? []).flatMap((id) => names.tags.get(id)?.name ?? []);
    const all = [...known, ...(value?.new_names ?? [])];
    return { type: "tags", names: all.length ? all : null };
  },
});

/** Written with any capitals. */
export function tagsNamed(given: string[], known: { id: number; name: string }[]): TagsValue {
  const value: TagsValue = { tag_ids: [] };
  for (const name of given) {
    const wanted = name.toLocaleLowerCase();
    const tag = known.find((one) => one.name.toLocaleLowerCase() === wanted);
    if (tag) value.tag_ids.push(tag.id);
    else value.new_names = [...(value.new_names ?? []), name];
  }
  return value;
}
