import { Person } from "@vibe/icons";
import { texts } from "../../../texts";
import { Face } from "../../../ui/Face";
import { PersonEditor } from "../editors/PersonEditor";
import { type Named, type Names, namedIn, nameOf, splitNames } from "../values";
import { cellType } from "./CellType";

export interface PeopleValue {
  people: Named[];
}

const SHOWN = 3;

export const person = cellType<PeopleValue>({
  icon: Person,
  width: 150,
  align: "start",
  Content: ({ value, names }) => {
    const called = namedIn(value).flatMap((one) => nameOf(one, names) ?? []);
    const [first] = called;
    if (!first) return null;
    return (
      <span className="cell-person" title={called.join(", ")}>
        {called.length === 1 ? (
          <>
            <Face name={first} />
            <span>{first}</span>
          </>
        ) : (
          <>
            {called.slice(0, SHOWN).map((name) => (
              <Face key={name} name={name} />
            ))}
            {called.length > SHOWN && <span>+{called.length - SHOWN}</span>}
            <span className="unseen">{called.join(", ")}</span>
          </>
        )}
      </span>
    );
  },
  Editor: PersonEditor,
  textOf: (value, { names }) =>
    namedIn(value)
      .flatMap((one) => nameOf(one, names) ?? [])
      .join(", "),
  parse: (text, _, names) => ({
    people: splitNames(text, (name) => found(name, names) !== undefined).map((name) => {
      const one = found(name, names);
      if (!one) throw new Error(`${texts.board.nobody} (${name})`);
      return one;
    }),
  }),
  bodyOf: (value) => ({
    type: "value",
    value: value ? { personsAndTeams: value.people } : null,
  }),
});

/** By name or e-mail address; people before teams. */
function found(name: string, { users, teams }: Names): Named | undefined {
  const wanted = name.toLocaleLowerCase();
  for (const user of users.values()) {
    if ([user.name, user.email].some((one) => one.toLocaleLowerCase() === wanted))
      return { id: user.id, kind: "person" };
  }
  for (const team of teams.values()) {
    if (team.name.toLocaleLowerCase() === wanted) return { id: team.id, kind: "team" };
  }
  return undefined;
}
