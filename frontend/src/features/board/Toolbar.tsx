// What is shown of a board, and in which order: search, filters, sort, hidden columns. Each reader has their own.

import { Button, Search } from "@vibe/core";
import { Filter, Hide, Person, Sort } from "@vibe/icons";
import type { Board, Column } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { MenuButton } from "../../ui/MenuButton";
import { Pick } from "../../ui/Pick";
import { AS_IT_IS, type Choices, countOfFilters, NOBODY } from "./choices";
import { addGroup } from "./structure";
import { labelOf, type Names, NO_STATUS, personIds, statusColor } from "./values";

const FILTERED = [
  ...["status", "name", "text", "long_text", "tags", "dropdown", "team"],
  ...["email", "phone", "link", "location", "country"],
];

interface Props {
  board: Board;
  names: Names;
  mayEdit: boolean;
  choices: Choices;
  choose: (change: Partial<Choices>) => void;
  search: string;
  onSearch: (search: string) => void;
}

export function Toolbar(props: Props) {
  const { board, mayEdit, choices, choose, search, onSearch } = props;
  const filters = countOfFilters(choices) - (choices.people.length ? 1 : 0);
  return (
    <div className="board-tools" role="toolbar" aria-label={texts.board.tools}>
      {mayEdit && (
        <Button size="small" onClick={() => void addGroup(board.id)}>
          {texts.board.newGroup}
        </Button>
      )}
      <span className="board-search">
        <Search
          size="small"
          placeholder={texts.board.search}
          inputAriaLabel={texts.board.search}
          value={search}
          onChange={onSearch}
        />
      </span>
      <MenuButton
        text={texts.board.person}
        label={texts.board.filterPeople}
        leftIcon={Person}
        isActive={choices.people.length > 0}
      >
        {() => <People {...props} />}
      </MenuButton>
      <MenuButton
        text={filters ? texts.board.filters(filters) : texts.board.filter}
        label={texts.board.filterPulses}
        leftIcon={Filter}
        isActive={filters > 0}
      >
        {() => <Filters {...props} />}
      </MenuButton>
      <MenuButton
        text={texts.board.sort}
        label={texts.board.sortPulses}
        leftIcon={Sort}
        isActive={choices.sort !== null}
      >
        {() => <Sorting {...props} />}
      </MenuButton>
      <MenuButton
        text={choices.hidden.length ? texts.board.hidden(choices.hidden.length) : texts.board.hide}
        label={texts.board.hideColumns}
        leftIcon={Hide}
        isActive={choices.hidden.length > 0}
      >
        {() => <Hiding {...props} />}
      </MenuButton>
      {countOfFilters(choices) + (choices.sort ? 1 : 0) > 0 && (
        <Button
          size="small"
          kind="tertiary"
          onClick={() =>
            choose({
              ...AS_IT_IS,
              hidden: choices.hidden,
              widths: choices.widths,
              closed: choices.closed,
              subitems: choices.subitems,
            })
          }
        >
          {texts.board.showAll}
        </Button>
      )}
    </div>
  );
}

function People({ board, names, choices, choose }: Props) {
  const columns = board.columns.filter((column) => column.type === "person");
  const there = new Set(
    board.rows.flatMap((row) => columns.flatMap((column) => personIds(row.values[column.id]))),
  );
  const people = [...names.users.values()].filter((user) => there.has(user.id));
  const toggle = (id: number) => choose({ people: toggled(choices.people, id) });
  if (columns.length === 0) return <p className="quiet menu-note">{texts.board.noPeople}</p>;
  return (
    <div className="picks">
      {people.map((user) => (
        <Pick
          key={user.id}
          isOn={choices.people.includes(user.id)}
          onToggle={() => toggle(user.id)}
        >
          <Face name={user.name} />
          {user.name}
        </Pick>
      ))}
      <Pick isOn={choices.people.includes(NOBODY)} onToggle={() => toggle(NOBODY)}>
        {texts.board.unassigned}
      </Pick>
    </div>
  );
}

function Filters(props: Props) {
  const columns = props.board.columns.filter((column) => FILTERED.includes(column.type));
  return (
    <div className="filters">
      {columns.map((column) =>
        column.type === "status" ? (
          <StatusFilter key={column.id} {...props} column={column} />
        ) : (
          <TextFilter key={column.id} {...props} column={column} />
        ),
      )}
    </div>
  );
}

function StatusFilter({ column, choices, choose }: Props & { column: Column }) {
  const chosen = choices.statuses[column.id] ?? [];
  const labels = (column.settings.labels ?? {}) as Record<string, string>;
  const indexes = [...new Set([...Object.keys(labels).map(Number), NO_STATUS])];
  function toggle(index: number) {
    const { [column.id]: _, ...others } = choices.statuses;
    const after = toggled(chosen, index);
    choose({ statuses: after.length ? { ...others, [column.id]: after } : others });
  }
  return (
    <fieldset className="filter">
      <legend>{column.title}</legend>
      {indexes.map((index) => (
        <Pick key={index} isOn={chosen.includes(index)} onToggle={() => toggle(index)}>
          <span className="swatch" style={{ background: statusColor(index) }} />
          {labelOf(column, index) || texts.board.empties}
        </Pick>
      ))}
    </fieldset>
  );
}

function TextFilter({ column, choices, choose }: Props & { column: Column }) {
  return (
    <label className="filter">
      {texts.board.contains(column.title)}
      <input
        className="select"
        value={choices.texts[column.id] ?? ""}
        maxLength={255}
        onChange={(event) => {
          const { [column.id]: _, ...others } = choices.texts;
          const text = event.target.value;
          choose({ texts: text ? { ...others, [column.id]: text } : others });
        }}
      />
    </label>
  );
}

function Sorting({ board, choices, choose }: Props) {
  const columns = board.columns.filter((column) => column.type !== "last_post");
  const { sort } = choices;
  return (
    <div className="filters">
      <label className="filter">
        {texts.board.sortBy}
        <select
          className="select"
          value={sort?.column ?? ""}
          onChange={(event) => {
            const column = event.target.value;
            choose({ sort: column ? { column, isDescending: sort?.isDescending ?? false } : null });
          }}
        >
          <option value="">{texts.board.ownOrder}</option>
          {columns.map((column) => (
            <option key={column.id} value={column.id}>
              {column.title}
            </option>
          ))}
        </select>
      </label>
      {sort && (
        <Pick
          isOn={sort.isDescending}
          onToggle={() => choose({ sort: { ...sort, isDescending: !sort.isDescending } })}
        >
          {texts.board.descending}
        </Pick>
      )}
    </div>
  );
}

function Hiding({ board, choices, choose }: Props) {
  const columns = board.columns.filter((column) => !["name", "last_post"].includes(column.type));
  return (
    <div className="picks">
      {columns.map((column) => (
        <Pick
          key={column.id}
          isOn={!choices.hidden.includes(column.id)}
          onToggle={() => choose({ hidden: toggled(choices.hidden, column.id) })}
        >
          {column.title}
        </Pick>
      ))}
      {choices.hidden.length > 0 && (
        <Button size="small" kind="tertiary" onClick={() => choose({ hidden: [] })}>
          {texts.board.showAllColumns}
        </Button>
      )}
    </div>
  );
}

function toggled<T>(all: T[], one: T): T[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
