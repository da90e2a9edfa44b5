// What is shown of a board, and in which order: search, filters, sort, hidden columns. Each reader has their own.

import { Button, Search } from "@vibe/core";
import { Filter, Group, Hide, Person, Sort } from "@vibe/icons";
import type { Board } from "../../api/queries";
import { texts } from "../../texts";
import { MenuButton } from "../../ui/MenuButton";
import { Pick } from "../../ui/Pick";
import { FilterBuilder } from "../views/FilterBuilder";
import { GroupBuilder } from "../views/GroupBuilder";
import { PeopleFilter } from "../views/PeopleFilter";
import { completed, countOf } from "../views/query";
import { SortBuilder } from "../views/SortBuilder";
import type { Seen } from "../views/useShown";
import { useTypes } from "../views/useTypes";
import { AS_IT_IS } from "./choices";
import { addGroup } from "./structure";
import type { Names } from "./values";

interface Props {
  board: Board;
  names: Names;
  mayEdit: boolean;
  seen: Seen;
  search: string;
  onSearch: (search: string) => void;
  /** Why it isn't what was asked for. */
  problem: string;
}

export function Toolbar(props: Props) {
  const { board, names, mayEdit, seen, search, onSearch, problem } = props;
  const { choices, choose } = seen;
  const { filter, people, sort, hidden, grouped_by: groupedBy } = choices;
  // So that they are there when a menu opens.
  useTypes();
  const rules = countOf(completed(filter));
  return (
    <>
      <div className="board-tools" role="toolbar" aria-label={texts.board.tools}>
        {mayEdit && !groupedBy && (
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
          isActive={people.length > 0}
        >
          {() => (
            <PeopleFilter
              {...{ board, names, people }}
              onChange={(picked) => choose({ people: picked })}
            />
          )}
        </MenuButton>
        <MenuButton
          text={rules ? texts.board.filters(rules) : texts.board.filter}
          label={texts.board.filterPulses}
          leftIcon={Filter}
          isActive={rules > 0}
        >
          {() => (
            <FilterBuilder
              {...{ board, names, filter }}
              onChange={(changed) => choose({ filter: changed })}
            />
          )}
        </MenuButton>
        <MenuButton
          text={sort.length ? texts.board.sorted(sort.length) : texts.board.sort}
          label={texts.board.sortPulses}
          leftIcon={Sort}
          isActive={sort.length > 0}
        >
          {() => (
            <SortBuilder {...{ board, sort }} onChange={(changed) => choose({ sort: changed })} />
          )}
        </MenuButton>
        <MenuButton
          text={groupedBy ? texts.views.grouped : texts.views.groupBy}
          label={texts.views.groupPulses}
          leftIcon={Group}
          isActive={groupedBy !== null}
        >
          {() => (
            <GroupBuilder
              {...{ board, groupedBy }}
              onChange={(changed) => choose({ grouped_by: changed })}
            />
          )}
        </MenuButton>
        <MenuButton
          text={hidden.length ? texts.board.hidden(hidden.length) : texts.board.hide}
          label={texts.board.hideColumns}
          leftIcon={Hide}
          isActive={hidden.length > 0}
        >
          {() => (
            <Hiding board={board} hidden={hidden} onChange={(ids) => choose({ hidden: ids })} />
          )}
        </MenuButton>
        {rules + people.length + sort.length > 0 && (
          <Button size="small" kind="tertiary" onClick={() => choose(EVERYTHING)}>
            {texts.board.showAll}
          </Button>
        )}
      </div>
      {problem && (
        <p className="board-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

const EVERYTHING = { filter: AS_IT_IS.filter, people: AS_IT_IS.people, sort: AS_IT_IS.sort };

interface HidingProps {
  board: Board;
  hidden: string[];
  onChange: (hidden: string[]) => void;
}

function Hiding({ board, hidden, onChange }: HidingProps) {
  const columns = board.columns.filter((column) => !["name", "last_post"].includes(column.type));
  const toggled = (id: string) =>
    hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id];
  return (
    <div className="picks">
      {columns.map(({ id, title }) => (
        <Pick key={id} isOn={!hidden.includes(id)} onToggle={() => onChange(toggled(id))}>
          {title}
        </Pick>
      ))}
      {hidden.length > 0 && (
        <Button size="small" kind="tertiary" onClick={() => onChange([])}>
          {texts.board.showAllColumns}
        </Button>
      )}
    </div>
  );
}
