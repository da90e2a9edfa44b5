// One thing at a time that a button does; what goes wrong is said at the foot of the page.

import { useState } from "react";
import { sayError } from "./toasts";

/** What runs an action, answering whether it went well, and whether one is under way. */
export function useAction(): [(action: () => Promise<unknown>) => Promise<boolean>, boolean] {
  const [isBusy, setIsBusy] = useState(false);

  async function run(action: () => Promise<unknown>): Promise<boolean> {
    setIsBusy(true);
    try {
      await action();
      return true;
    } catch (error) {
      sayError(error);
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  return [run, isBusy];
}
