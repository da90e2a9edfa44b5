// The line under a pulse's subitems where the next one is added.

import { useEffect, useRef } from "react";
import type { Row } from "../../../api/queries";
import { texts } from "../../../texts";
import { AddField } from "../AddLine";
import type { Side } from "../side";
import { addSubitem } from "./adding";
import type { Folding } from "./useFolding";

interface Props {
  /** By which the keys find its field. */
  id: string;
  items: Side;
  parent: Row;
  color: string;
  folding: Folding;
  onLeave: (isUp: boolean) => void;
}

export function AddSubitem({ id, items, parent, color, folding, onLeave }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const { addingTo, arrived } = folding;
  useEffect(() => {
    if (addingTo !== parent.id) return;
    field.current?.focus();
    arrived();
  }, [addingTo, arrived, parent.id]);
  return (
    <div className="row row-add row-under" role="row">
      <span className="row-edge" style={{ borderLeftColor: color }} role="presentation" />
      <div role="gridcell">
        <AddField
          field={field}
          id={id}
          label={texts.subitems.addTo(parent.name)}
          placeholder={texts.subitems.add}
          onAdd={(name) => addSubitem(items.board, parent.id, name, items.names)}
          onLeave={onLeave}
        />
      </div>
    </div>
  );
}
