import { useCallback, useMemo, useState } from "react";
import type { Row } from "../../api/queries";

interface Selection {
  ids: ReadonlySet<number>;
  /** Pulses and subitems are never selected together: other things can be done with them. */
  isOfSubitems: boolean;
}

const NOTHING: Selection = { ids: new Set(), isOfSubitems: false };

export function useSelection() {
  const [selection, setSelection] = useState(NOTHING);
  const select = useCallback(
    (rows: Row[], isOn: boolean) =>
      setSelection((before) => {
        const isOfSubitems = Boolean(rows[0]?.parent_id);
        const ids = new Set(before.isOfSubitems === isOfSubitems ? before.ids : []);
        for (const { id } of rows) {
          if (isOn) ids.add(id);
          else ids.delete(id);
        }
        return { ids, isOfSubitems };
      }),
    [],
  );
  const deselect = useCallback(() => setSelection(NOTHING), []);
  /** Takes out what something was done with; what was selected since then stays. */
  const release = useCallback(
    (rows: Row[]) =>
      setSelection((before) => {
        const done = new Set(rows.map(({ id }) => id));
        return { ...before, ids: new Set([...before.ids].filter((id) => !done.has(id))) };
      }),
    [],
  );
  return useMemo(
    () => ({ ...selection, select, release, deselect }),
    [selection, select, release, deselect],
  );
}
