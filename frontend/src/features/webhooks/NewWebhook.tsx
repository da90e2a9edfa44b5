// A new webhook: when, about what, and the address, which is called before it is taken.

import { Button } from "@vibe/core";
import { useId, useState } from "react";
import { ask, POST } from "../../api/client";
import { type Board, queryClient, webhooksQuery } from "../../api/queries";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { Select } from "../../ui/Select";
import { useSubmit } from "../../ui/useSubmit";
import { type EventName, labelsOf } from "./wording";

const ANY = "any";

interface Props {
  board: Board;
  onDone: () => void;
}

export function NewWebhook({ board, onDone }: Props) {
  const id = useId();
  const [event, setEvent] = useState<EventName>("create_item");
  const [url, setUrl] = useState("");
  const [wantedColumn, setColumn] = useState("");
  const [wantedGroup, setGroup] = useState("");
  const [status, setStatus] = useState(ANY);

  const isStatus = event === "change_status_column_value";
  const hasColumn = isStatus || event === "change_specific_column_value";
  const hasGroup = event === "item_moved_to_specific_group";
  const columns = board.columns.filter((one) => !isStatus || one.type === "status");
  const column = columns.find((one) => one.id === wantedColumn) ?? columns[0];
  const group = board.groups.find((one) => one.id === wantedGroup) ?? board.groups[0];
  // Keys that are numbers would come before all others.
  const statuses = Object.fromEntries(
    Object.entries(labelsOf(column)).map(([index, label]) => [`#${index}`, label]),
  );

  const { problem, isBusy, submit } = useSubmit(async () => {
    const index = status in statuses ? { index: Number(status.slice(1)) } : { $any$: true };
    const config = {
      ...(hasColumn && { columnId: column?.id }),
      ...(isStatus && { columnValue: index }),
      ...(hasGroup && { groupId: group?.id }),
    };
    const path = { board_id: board.id };
    await ask(
      POST("/boards/{board_id}/webhooks", { params: { path }, body: { event, url, config } }),
    );
    await queryClient.invalidateQueries(webhooksQuery(board.id));
    onDone();
  });

  return (
    <form className="dialog-form" onSubmit={submit}>
      <Select
        label={texts.webhooks.when}
        value={event}
        choices={texts.webhooks.events}
        onChange={setEvent}
      />
      {hasColumn && (
        <Select
          label={texts.webhooks.column}
          value={column?.id ?? ""}
          choices={named(columns)}
          onChange={setColumn}
        />
      )}
      {isStatus && (
        <Select
          label={texts.webhooks.status}
          value={status in statuses ? status : ANY}
          choices={{ [ANY]: texts.webhooks.anyStatus, ...statuses }}
          onChange={setStatus}
        />
      )}
      {hasGroup && (
        <Select
          label={texts.webhooks.group}
          value={group?.id ?? ""}
          choices={named(board.groups)}
          onChange={setGroup}
        />
      )}
      <div className="select-field">
        <label htmlFor={id}>{texts.webhooks.address}</label>
        <input
          id={id}
          type="url"
          className="select"
          required
          maxLength={2048}
          placeholder={texts.webhooks.addressExample}
          value={url}
          onChange={(change) => setUrl(change.target.value)}
        />
        <small className="quiet">{texts.webhooks.challenge}</small>
      </div>
      <Problem>{problem}</Problem>
      <div className="dialog-buttons">
        <Button size="small" kind="tertiary" onClick={onDone}>
          {texts.webhooks.cancel}
        </Button>
        <Button size="small" type="submit" loading={isBusy}>
          {texts.webhooks.create}
        </Button>
      </div>
    </form>
  );
}

const named = (all: { id: string; title: string }[]) =>
  Object.fromEntries(all.map(({ id, title }) => [id, title]));
