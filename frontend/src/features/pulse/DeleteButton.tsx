import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";

interface Props {
  /** What is deleted, as a question. */
  title: string;
  text: string;
  onDelete: () => Promise<unknown>;
}

/** For what can't be brought back. */
export function DeleteButton({ title, text, onDelete }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button size="small" kind="tertiary" onClick={() => setIsAsking(true)}>
        {texts.pulse.delete}
      </Button>
      {isAsking && (
        <Confirm
          title={title}
          text={text}
          go={texts.pulse.delete}
          keep={texts.pulse.keep}
          onGo={onDelete}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
