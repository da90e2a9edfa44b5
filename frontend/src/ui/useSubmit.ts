// A form on its way: busy while it is sent, and what is wrong is said beside it.

import { type FormEvent, useState } from "react";

export function useSubmit(send: () => Promise<unknown>) {
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setProblem("");
    try {
      await send();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  }

  return { problem, isBusy, submit };
}
