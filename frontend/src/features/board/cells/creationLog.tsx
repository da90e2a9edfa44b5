import { Event } from "@vibe/icons";
import { Face } from "../../../ui/Face";
import { shownTime } from "../../../ui/time";
import { cellType } from "./CellType";

interface Creation {
  at: number;
  by: number | null;
}

export const creationLog = cellType<Creation>({
  icon: Event,
  width: 210,
  align: "start",
  ofRow: (row) => ({ at: row.created_at, by: row.creator_id }),
  Content: ({ value, names }) => {
    const user = names.users.get(value.by ?? 0);
    return (
      <span className="cell-person">
        {user && <Face name={user.name} />}
        <span>{shownTime(value.at)}</span>
      </span>
    );
  },
  textOf: (value) => shownTime(value.at),
});
