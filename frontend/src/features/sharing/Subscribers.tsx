// Who subscribes to a board or a workspace, people and teams, and who of them owns it.

import { Button, IconButton, TextField } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import { useId, useState } from "react";
import { useTeams, useUsers } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import "./sharing.css";

export interface Sharer {
  kind: "user" | "team";
  id: number;
  isOwner: boolean;
}

interface Props {
  sharers: Sharer[];
  mayChange: boolean;
  /** May say who owns it. */
  mayOwn: boolean;
  /** Ownership can be taken away again. */
  mayDisown?: boolean;
  onlyPeople?: boolean;
  addLabel?: string;
  onPut: (kind: Sharer["kind"], id: number, asOwner: boolean) => void;
  onRemove: (kind: Sharer["kind"], id: number) => void;
}

interface Known {
  kind: Sharer["kind"];
  id: number;
  name: string;
  /** E-mail address, or that it is a team. */
  about: string;
  mayOwn: boolean;
}

const SHOWN = 8;

export function Subscribers(props: Props) {
  const { sharers, mayChange, mayOwn, mayDisown = false, onlyPeople = false } = props;
  const { addLabel = texts.board.addSubscriber, onPut, onRemove } = props;
  const id = useId();
  const known = useKnown();
  const [wanted, setWanted] = useState("");
  const text = wanted.trim().toLocaleLowerCase();
  const isThere = (one: Known) =>
    sharers.some(({ kind, id }) => kind === one.kind && id === one.id);
  const found = known.filter(
    (one) =>
      !isThere(one) &&
      !(onlyPeople && one.kind === "team") &&
      `${one.name} ${one.about}`.toLocaleLowerCase().includes(text),
  );
  return (
    <>
      {mayChange && (
        <>
          <TextField
            id={id}
            size="small"
            title={addLabel}
            inputAriaLabel={addLabel}
            placeholder={onlyPeople ? texts.board.findPerson : texts.cells.findPersonOrTeam}
            value={wanted}
            onChange={setWanted}
          />
          {text && (
            <ul className="share-found">
              {found.slice(0, SHOWN).map((one) => (
                <li key={`${one.kind}-${one.id}`}>
                  <button
                    type="button"
                    className="menu-item people-one"
                    onClick={() => {
                      setWanted("");
                      onPut(one.kind, one.id, false);
                    }}
                  >
                    <Face name={one.name} />
                    {one.name}
                    <span className="quiet">{one.about}</span>
                  </button>
                </li>
              ))}
              {found.length === 0 && <li className="quiet">{texts.board.nobody}</li>}
            </ul>
          )}
        </>
      )}
      <ul className="share-list">
        {sharers.map(({ kind, id, isOwner }) => {
          const one = known.find((other) => other.kind === kind && other.id === id);
          if (!one) return null;
          return (
            <li key={`${kind}-${id}`}>
              <Face name={one.name} size={30} />
              <span className="share-name">
                {one.name}
                <small className="quiet">
                  {[kind === "team" && texts.cells.team, isOwner && texts.board.owner]
                    .filter(Boolean)
                    .join(", ")}
                </small>
              </span>
              {mayOwn && !isOwner && one.mayOwn && (
                <Button size="xs" kind="tertiary" onClick={() => onPut(kind, id, true)}>
                  {texts.board.makeOwner}
                </Button>
              )}
              {mayDisown && isOwner && (
                <Button size="xs" kind="tertiary" onClick={() => onPut(kind, id, false)}>
                  {texts.board.makeNoOwner}
                </Button>
              )}
              {mayChange && (
                <IconButton
                  size="xs"
                  kind="tertiary"
                  icon={CloseSmall}
                  aria-label={texts.board.removeSubscriber(one.name)}
                  onClick={() => onRemove(kind, id)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useKnown(): Known[] {
  const people = [...useUsers().values()].map(
    ({ id, name, email, role }): Known => ({
      kind: "user",
      id,
      name,
      about: email,
      mayOwn: role !== "guest",
    }),
  );
  const teams = [...useTeams().values()].map(
    ({ id, name }): Known => ({ kind: "team", id, name, about: texts.cells.team, mayOwn: true }),
  );
  return [...people, ...teams];
}
