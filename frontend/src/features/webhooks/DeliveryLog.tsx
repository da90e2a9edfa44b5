// What a webhook delivered: each request with the answers to it, and a way to have it delivered again.

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Loader } from "@vibe/core";
import { useState } from "react";
import { ask, DELETE, GET, POST, type Schemas } from "../../api/client";
import { type Board, queryClient, webhooksQuery } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { CopyLine } from "../../ui/CopyLine";
import { Problem } from "../../ui/Problem";
import { Time } from "../../ui/Time";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import { about, eventText } from "./wording";

const PAGE = 50;

interface Props {
  board: Board;
  webhookId: number;
  onBack: () => void;
}

export function DeliveryLog({ board, webhookId, onBack }: Props) {
  const path = { webhook_id: webhookId };
  const [isAsking, setIsAsking] = useState(false);
  const asked = useInfiniteQuery({
    queryKey: ["webhook", webhookId],
    staleTime: 0,
    queryFn: ({ pageParam }) =>
      ask(GET("/webhooks/{webhook_id}", { params: { path, query: pageParam } })),
    initialPageParam: {} as { before?: number },
    getNextPageParam: ({ deliveries }) => {
      const last = deliveries.at(-1);
      return last && deliveries.length === PAGE ? { before: last.id } : undefined;
    },
  });
  const first = asked.data?.pages[0];
  if (asked.isPending) return <Loader size="small" />;
  if (!first) return <Problem>{asked.error?.message}</Problem>;
  const deliveries = asked.data?.pages.flatMap((page) => page.deliveries) ?? [];

  async function remove() {
    await ask(DELETE("/webhooks/{webhook_id}", { params: { path } }));
    await queryClient.invalidateQueries(webhooksQuery(board.id));
    onBack();
  }

  return (
    <>
      <div className="webhooks-tools">
        <Button size="small" kind="tertiary" onClick={onBack}>
          {texts.webhooks.back}
        </Button>
        <Button size="small" kind="secondary" color="negative" onClick={() => setIsAsking(true)}>
          {texts.webhooks.remove}
        </Button>
      </div>
      <h3>
        {eventText(first.webhook.event)} {about(first.webhook, board)}
      </h3>
      <code>{first.webhook.url}</code>
      <CopyLine label={texts.webhooks.secret} text={first.secret} />
      <p className="quiet">{texts.webhooks.secretHelp}</p>
      <div className="webhooks-head">
        <h3>{texts.webhooks.deliveries}</h3>
        <Button
          size="small"
          kind="tertiary"
          loading={asked.isFetching}
          onClick={() => void asked.refetch()}
        >
          {texts.webhooks.reload}
        </Button>
      </div>
      {deliveries.length === 0 && <p className="quiet">{texts.webhooks.noDeliveries}</p>}
      <ol className="deliveries">
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <Line delivery={delivery} onReplayed={() => asked.refetch()} />
          </li>
        ))}
      </ol>
      {asked.hasNextPage && (
        <Button size="small" kind="secondary" onClick={() => void asked.fetchNextPage()}>
          {texts.webhooks.more}
        </Button>
      )}
      {isAsking && (
        <Confirm
          title={texts.webhooks.removeTitle}
          text={texts.webhooks.removeWarning}
          go={texts.webhooks.remove}
          keep={texts.webhooks.keep}
          onGo={remove}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

interface LineProps {
  delivery: Schemas["Delivery"];
  onReplayed: () => Promise<unknown>;
}

function Line({ delivery, onReplayed }: LineProps) {
  const [run, isBusy] = useAction();
  const state = delivery.state as keyof typeof texts.webhooks.states;

  async function replay() {
    const params = { path: { delivery_id: delivery.id } };
    await ask(POST("/deliveries/{delivery_id}/replay", { params }));
    say(texts.webhooks.replayed);
    await onReplayed();
  }

  return (
    <details>
      <summary>
        <span className={`delivery-state delivery-${state}`}>{texts.webhooks.states[state]}</span>{" "}
        <Time at={delivery.created_at} />{" "}
        <span className="quiet">{texts.webhooks.attempts(delivery.attempts.length)}</span>
      </summary>
      <h4>{texts.webhooks.request}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by the keyboard too */}
      <pre tabIndex={0}>{JSON.stringify(JSON.parse(delivery.payload), null, 2)}</pre>
      {delivery.attempts.map((attempt) => (
        <section key={attempt.at}>
          <h4>
            {texts.webhooks.answer} <Time at={attempt.at} />
          </h4>
          <p>
            {attempt.status === null
              ? texts.webhooks.unanswered(attempt.error, attempt.milliseconds)
              : texts.webhooks.answered(attempt.status, attempt.milliseconds)}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above */}
          {attempt.answer && <pre tabIndex={0}>{attempt.answer}</pre>}
        </section>
      ))}
      {delivery.next_at && (
        <p className="quiet">
          {texts.webhooks.nextAt} <Time at={delivery.next_at} />
        </p>
      )}
      <Button size="xs" kind="secondary" loading={isBusy} onClick={() => void run(replay)}>
        {texts.webhooks.replay}
      </Button>
    </details>
  );
}
