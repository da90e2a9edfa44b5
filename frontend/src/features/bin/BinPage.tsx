// What was archived or deleted, to be looked through and brought back.

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Search } from "@vibe/core";
import { useEffect, useState } from "react";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { Select } from "../../ui/Select";
import { useTitle } from "../../ui/useTitle";
import { BinTable } from "./BinTable";
import { binQuery, type Recycled } from "./queries";
import "./bin.css";

/** Fewer than this, and the next page is asked for at once: mostly it is the empty one. */
const FEW = 100;

interface Wanted {
  name: string;
  kind: keyof typeof texts.bin.kinds;
  state: keyof typeof texts.bin.states;
}

export function BinPage() {
  useTitle(texts.bin.title);
  const [wanted, setWanted] = useState<Wanted>({ name: "", kind: "all", state: "all" });
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(binQuery);
  const isLastPageShort = (data?.pages.at(-1)?.items.length ?? FEW) < FEW;
  useEffect(() => {
    if (hasNextPage && isLastPageShort && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isLastPageShort, isFetchingNextPage, fetchNextPage]);

  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const found = items.filter((item) => fits(item, wanted));
  return (
    <div className="bin">
      <h1>{texts.bin.title}</h1>
      <p className="quiet">{texts.bin.lead}</p>
      {data && <Tools wanted={wanted} onChange={setWanted} />}
      {isPending && <Waiting />}
      <Problem>{error?.message}</Problem>
      {data && items.length === 0 && (
        <div className="bin-empty">
          <p>{texts.bin.empty}</p>
          <p className="quiet">{texts.bin.emptyNext}</p>
        </div>
      )}
      {items.length > 0 && found.length === 0 && <p role="status">{texts.bin.noneFound}</p>}
      {found.length > 0 && <BinTable items={found} />}
      {hasNextPage && !isLastPageShort && (
        <Button
          size="small"
          kind="secondary"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {texts.bin.more}
        </Button>
      )}
    </div>
  );
}

interface ToolsProps {
  wanted: Wanted;
  onChange: (change: (before: Wanted) => Wanted) => void;
}

function Tools({ wanted, onChange }: ToolsProps) {
  return (
    <div className="bin-tools">
      <Search
        size="medium"
        placeholder={texts.bin.search}
        inputAriaLabel={texts.bin.search}
        value={wanted.name}
        onChange={(name) => onChange((before) => ({ ...before, name }))}
      />
      <Select
        label={texts.bin.kind}
        isLabelHidden
        value={wanted.kind}
        choices={texts.bin.kinds}
        onChange={(kind) => onChange((before) => ({ ...before, kind }))}
      />
      <Select
        label={texts.bin.state}
        isLabelHidden
        value={wanted.state}
        choices={texts.bin.states}
        onChange={(state) => onChange((before) => ({ ...before, state }))}
      />
    </div>
  );
}

function fits(item: Recycled, { name, kind, state }: Wanted): boolean {
  const text = name.trim().toLocaleLowerCase();
  return (
    (kind === "all" || item.kind === kind) &&
    (state === "all" || item.state === state) &&
    `${item.name} ${item.board_name}`.toLocaleLowerCase().includes(text)
  );
}
