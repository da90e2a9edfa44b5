import { Board, Locked, Share } from "@vibe/icons";
import { texts } from "../texts";

const MARKS = { public: Board, share: Share, private: Locked };

/** Who sees a board, as a mark. */
export function KindMark({ kind }: { kind: string }) {
  const known = kind as keyof typeof MARKS;
  const Mark = MARKS[known];
  return <Mark size="16" aria-label={texts.frame.kinds[known]} />;
}
