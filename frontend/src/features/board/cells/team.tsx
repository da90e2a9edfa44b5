import { Team } from "@vibe/icons";
import { texts } from "../../../texts";
import { Face } from "../../../ui/Face";
import { ListEditor } from "../editors/ListEditor";
import { cellType } from "./CellType";

export const team = cellType<{ team_id: number }>({
  icon: Team,
  width: 160,
  align: "start",
  Content: ({ value, names }) => {
    const found = names.teams.get(value.team_id);
    return found ? (
      <span className="cell-person">
        <Face name={found.name} />
        <span>{found.name}</span>
      </span>
    ) : null;
  },
  Editor: (props) => (
    <ListEditor
      {...props}
      options={[...props.names.teams.values()].map(({ id, name }) => ({
        key: String(id),
        text: name,
        value: { team_id: id },
      }))}
      chosen={props.value && String(props.value.team_id)}
      search={texts.cells.findTeam}
      none={texts.cells.noTeam}
    />
  ),
  textOf: (value, { names }) => names.teams.get(value.team_id)?.name ?? "",
  parse(text, _, names) {
    const wanted = text.toLocaleLowerCase();
    const found = [...names.teams.values()].find((one) => one.name.toLocaleLowerCase() === wanted);
    if (!found) throw new Error(`${texts.cells.noTeam} (${text})`);
    return { team_id: found.id };
  },
});
