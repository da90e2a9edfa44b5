// Whether what was written is saved; and where others have changed the same, which of both is to stay.

import { Button } from "@vibe/core";
import { texts } from "../../texts";
import { useStore } from "../../ui/store";
import type { Saver } from "./saver";

export function SavingLine({ saver }: { saver: Saver }) {
  const state = useStore(saver.state);
  return (
    <>
      <span className="doc-state quiet" role="status">
        {texts.docs.states[state.is]}
      </span>
      <div className="doc-alarm" role="alert">
        {state.is === "clash" && (
          <>
            <p>{texts.docs.clash}</p>
            <Button size="small" kind="secondary" onClick={() => saver.takeTheirs()}>
              {texts.docs.takeTheirs}
            </Button>
            <Button size="small" kind="secondary" onClick={() => void saver.keepMine()}>
              {texts.docs.keepMine}
            </Button>
          </>
        )}
        {state.is === "problem" && (
          <>
            <p>{texts.docs.notSaved(state.problem)}</p>
            <Button size="small" kind="secondary" onClick={() => void saver.save()}>
              {texts.docs.saveNow}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
