import type { Row } from "../../../api/queries";
import { texts } from "../../../texts";
import { ColumnHeads } from "../ColumnHeads";
import type { Side } from "../side";

interface Props {
  side: Side;
  color: string;
  parent: Row;
}

/** The column titles over the subitems of a pulse. */
export function SubitemHeads({ side, color, parent }: Props) {
  return <ColumnHeads side={side} color={color} label={texts.subitems.headsOf(parent.name)} />;
}
