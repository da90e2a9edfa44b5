import { Button } from "@vibe/core";
import { Attach } from "@vibe/icons";
import { texts } from "../../texts";

interface Props {
  isBusy?: boolean;
  onPick: (files: File[]) => void;
}

/** Opens the browser's own choice of files. */
export function FilePicker({ isBusy = false, onPick }: Props) {
  function pick() {
    // Not in the page: there it would be a field that the keyboard stops at.
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.onchange = () => onPick([...(input.files ?? [])]);
    input.click();
  }
  return (
    <Button size="small" kind="tertiary" leftIcon={Attach} loading={isBusy} onClick={pick}>
      {texts.files.add}
    </Button>
  );
}
