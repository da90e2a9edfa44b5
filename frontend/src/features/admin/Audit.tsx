import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@vibe/core";
import { ask, GET } from "../../api/client";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { Time } from "../../ui/Time";
import { useNames } from "./queries";
import { sentenceOf } from "./sentences";

const PAGE = 100;
const WORDS = texts.admin.security;

/** What happened to the company and its users. */
export function Audit() {
  const names = useNames();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery({
      queryKey: ["admin", "audit"],
      queryFn: ({ pageParam }) =>
        ask(
          GET("/admin/audit", {
            params: { query: pageParam === undefined ? {} : { before: pageParam } },
          }),
        ),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
      staleTime: 0,
    });
  const entries = data?.pages.flat() ?? [];
  return (
    <section className="admin-section">
      <h2>{WORDS.audit}</h2>
      <p className="quiet">{WORDS.auditHint}</p>
      {isPending && <Waiting />}
      <Problem>{error?.message}</Problem>
      {data && entries.length === 0 && <p>{WORDS.noAudit}</p>}
      <ol className="audit">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>{sentenceOf(entry, names)}</span>
            <span className="quiet">
              <Time at={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button
          size="small"
          kind="secondary"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {texts.admin.more}
        </Button>
      )}
    </section>
  );
}
