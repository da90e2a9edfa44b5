import { Button } from "@vibe/core";
import { texts } from "../../../texts";

export function DateButtons({ onClear }: { onClear: () => void }) {
  return (
    <div className="popover-buttons">
      <Button size="small" kind="tertiary" onClick={onClear}>
        {texts.board.clear}
      </Button>
      <Button size="small" type="submit">
        {texts.board.done}
      </Button>
    </div>
  );
}
