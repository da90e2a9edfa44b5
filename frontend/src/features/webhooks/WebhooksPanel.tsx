// The webhooks of a board, and the log of the one that is looked into.

import { useQuery } from "@tanstack/react-query";
import { Button, IconButton } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { type Board, webhooksQuery } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { DeliveryLog } from "./DeliveryLog";
import { NewWebhook } from "./NewWebhook";
import { about, eventText } from "./wording";
import "./webhooks.css";

interface Props {
  board: Board;
  onClose: () => void;
}

export function WebhooksPanel({ board, onClose }: Props) {
  const asked = useQuery(webhooksQuery(board.id));
  const [openId, setOpenId] = useState<number>();
  const [isAdding, setIsAdding] = useState(false);

  return (
    <aside className="webhooks" aria-label={texts.webhooks.titleOf(board.name)}>
      <div className="webhooks-head">
        <h2>{texts.webhooks.title}</h2>
        <IconButton
          size="small"
          kind="tertiary"
          icon={CloseSmall}
          aria-label={texts.webhooks.close}
          onClick={onClose}
        />
      </div>
      {openId === undefined ? (
        <>
          <p className="quiet">{texts.webhooks.lead}</p>
          <Loaded asked={asked}>
            {(webhooks) => <List board={board} webhooks={webhooks} onOpen={setOpenId} />}
          </Loaded>
          {isAdding ? (
            <NewWebhook board={board} onDone={() => setIsAdding(false)} />
          ) : (
            <Button size="small" kind="secondary" onClick={() => setIsAdding(true)}>
              {texts.webhooks.add}
            </Button>
          )}
        </>
      ) : (
        <DeliveryLog board={board} webhookId={openId} onBack={() => setOpenId(undefined)} />
      )}
    </aside>
  );
}

interface ListProps {
  board: Board;
  webhooks: Schemas["ShownWebhook"][];
  onOpen: (id: number) => void;
}

function List({ board, webhooks, onOpen }: ListProps) {
  if (webhooks.length === 0) return <p className="quiet">{texts.webhooks.none}</p>;
  return (
    <ul className="webhooks-list">
      {webhooks.map((webhook) => (
        <li key={webhook.id}>
          <div>
            <b>{eventText(webhook.event)}</b>
            {about(webhook, board) && <span> · {about(webhook, board)}</span>}
            <code>{webhook.url}</code>
          </div>
          <Button
            size="xs"
            kind="secondary"
            aria-label={`${texts.webhooks.log}: ${eventText(webhook.event)}`}
            onClick={() => onOpen(webhook.id)}
          >
            {texts.webhooks.log}
          </Button>
        </li>
      ))}
    </ul>
  );
}
