import { Button, TextField } from "@vibe/core";
import { Check } from "@vibe/icons";
import { type KeyboardEvent, useState } from "react";
import { texts } from "../../../texts";
import { Face } from "../../../ui/Face";
import { Popover } from "../../../ui/popover";
import type { PeopleValue } from "../cells/person";
import { type Named, namedIn } from "../values";
import type { EditorProps } from "./EditorProps";

const SHOWN = 50;

interface Choice extends Named {
  name: string;
}

/** People and teams, any number of them unless the column says how many. */
export function PersonEditor(props: EditorProps<PeopleValue>) {
  const { column, value, anchor, typed, onDone } = props;
  const before = namedIn(value);
  const [chosen, setChosen] = useState(before);
  const [wanted, setWanted] = useState(typed ?? "");
  const most = Number(column.settings.max_people_allowed ?? 0);
  const found = choicesOf(props).filter(({ name }) =>
    name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const isIn = (all: Named[], one: Named) =>
    all.some(({ id, kind }) => id === one.id && kind === one.kind);
  const withOne = ({ id, kind }: Named) =>
    most === 1 ? [{ id, kind }] : [...chosen, { id, kind }].slice(most ? -most : 0);

  function finish(people: Named[]) {
    const isSame = people.length === before.length && people.every((one) => isIn(before, one));
    onDone(isSame ? undefined : { value: people.length ? { people } : undefined });
  }
  function toggle(one: Named) {
    if (isIn(chosen, one))
      setChosen(chosen.filter(({ id, kind }) => id !== one.id || kind !== one.kind));
    else if (most === 1) finish(withOne(one));
    else setChosen(withOne(one));
  }

  return (
    <Popover
      anchor={anchor}
      label={column.title}
      onClose={(how) => (how === "escape" ? onDone(undefined) : finish(chosen))}
    >
      <TextField
        size="small"
        placeholder={texts.cells.findPersonOrTeam}
        inputAriaLabel={texts.cells.findPersonOrTeam}
        value={wanted}
        onChange={setWanted}
        autoFocus
        onKeyDown={(event: KeyboardEvent) => {
          const [first] = found;
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (!wanted.trim()) finish(chosen);
          else if (first) finish(isIn(chosen, first) ? chosen : withOne(first));
        }}
      />
      <div className="people">
        {found.slice(0, SHOWN).map((one) => (
          <button
            key={`${one.kind}-${one.id}`}
            type="button"
            className="menu-item people-one"
            aria-pressed={isIn(chosen, one)}
            onClick={() => toggle(one)}
          >
            <Face name={one.name} />
            <span className="people-name">{one.name}</span>
            {one.kind === "team" && <small className="quiet">{texts.cells.team}</small>}
            {isIn(chosen, one) && <Check size="16" aria-hidden />}
          </button>
        ))}
        {found.length === 0 && <p className="quiet">{texts.board.nobody}</p>}
      </div>
      <div className="popover-buttons">
        <Button size="small" kind="tertiary" onClick={() => finish([])}>
          {texts.board.clear}
        </Button>
        <Button size="small" onClick={() => finish(chosen)}>
          {texts.board.done}
        </Button>
      </div>
    </Popover>
  );
}

/** Those who are in the cell already first. */
function choicesOf({ names, value }: EditorProps<PeopleValue>): Choice[] {
  const people = [...names.users.values()].map(
    ({ id, name }): Choice => ({ id, kind: "person", name }),
  );
  const teams = [...names.teams.values()].map(
    ({ id, name }): Choice => ({ id, kind: "team", name }),
  );
  const before = namedIn(value);
  const place = (one: Choice) =>
    before.some(({ id, kind }) => id === one.id && kind === one.kind) ? 0 : 1;
  return [...people, ...teams].sort((one, other) => place(one) - place(other));
}
