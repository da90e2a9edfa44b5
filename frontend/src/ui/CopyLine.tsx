import { Button } from "@vibe/core";
import { useState } from "react";
import { texts } from "../texts";
import "./form.css";

/** A text to be taken elsewhere, such as a link that is shown once. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const [isCopied, setIsCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  }

  return (
    <div className="copy-line">
      <input
        aria-label={label}
        value={text}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button kind="secondary" onClick={() => void copy()}>
        <span aria-live="polite">{isCopied ? texts.admin.copied : texts.admin.copy}</span>
      </Button>
    </div>
  );
}
