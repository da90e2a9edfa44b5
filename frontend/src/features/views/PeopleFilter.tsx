// Whose pulses are shown: those who are on the board, picked one by one.

import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { Pick } from "../../ui/Pick";
import { type Names, namedIn, nameOf } from "../board/values";
import { NOBODY } from "./query";

interface Props {
  board: Board;
  names: Names;
  people: string[];
  onChange: (people: string[]) => void;
}

export function PeopleFilter({ board, names, people, onChange }: Props) {
  const columns = board.columns.filter((column) => column.type === "person");
  if (columns.length === 0) return <p className="quiet menu-note">{texts.board.noPeople}</p>;
  const toggle = (one: string) =>
    onChange(people.includes(one) ? people.filter((other) => other !== one) : [...people, one]);
  return (
    <div className="picks">
      {[...peopleOn(board, names)].map(([key, name]) => (
        <Pick key={key} isOn={people.includes(key)} onToggle={() => toggle(key)}>
          <Face name={name} />
          {name}
        </Pick>
      ))}
      <Pick isOn={people.includes(NOBODY)} onToggle={() => toggle(NOBODY)}>
        {texts.board.unassigned}
      </Pick>
    </div>
  );
}

/** Names by what rules call them, people and teams alike, in order of the alphabet. */
function peopleOn(board: Board, names: Names): Map<string, string> {
  const columns = board.columns.filter((column) => column.type === "person");
  const found = new Map<string, string>();
  for (const row of board.rows) {
    for (const one of columns.flatMap(({ id }) => namedIn(row.values[id]))) {
      const name = nameOf(one, names);
      if (name) found.set(`${one.kind}-${one.id}`, name);
    }
  }
  return new Map([...found].sort(([, one], [, other]) => one.localeCompare(other)));
}
