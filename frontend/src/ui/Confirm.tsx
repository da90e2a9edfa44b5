import { Button } from "@vibe/core";
import { Dialog } from "./Dialog";
import { Problem } from "./Problem";
import { useSubmit } from "./useSubmit";

interface Props {
  title: string;
  /** What will happen. */
  text: string;
  go: string;
  keep: string;
  onGo: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that can't be taken back, or that somebody else will feel. */
export function Confirm({ title, text, go, keep, onGo, onClose }: Props) {
  const { problem, isBusy, submit } = useSubmit(async () => {
    await onGo();
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <p>{text}</p>
        <Problem>{problem}</Problem>
        <div className="dialog-buttons">
          <Button kind="tertiary" onClick={onClose}>
            {keep}
          </Button>
          <Button type="submit" color="negative" loading={isBusy}>
            {go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
