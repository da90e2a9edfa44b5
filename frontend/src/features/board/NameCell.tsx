// What stands in the cell of a name: whether its subitems are shown, the name itself, what can be done, and the way in.

import { AddUpdate, DropdownChevronDown, DropdownChevronRight, Open } from "@vibe/icons";
import { Link } from "react-router";
import { texts } from "../../texts";
import type { GridColumn } from "./grid";
import { NameField } from "./NameField";
import type { Props as RowProps } from "./RowLine";
import { RowMenu } from "./RowMenu";

interface Props extends RowProps {
  column: GridColumn;
  isEdited: boolean;
  onRename: () => void;
}

export function NameCell(props: Props) {
  const { row, column, editing, isEdited, mayEdit, subitems, onRename, onFinish } = props;
  return (
    <>
      {subitems !== undefined && <Expander {...props} count={subitems} />}
      {isEdited ? (
        <NameField
          start={editing?.typed ?? row.name}
          onDone={(name, step) =>
            onFinish(row, column, name === undefined ? undefined : { name }, step)
          }
        />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the cell does the same. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the cell does the same. */}
          <span className="name-text" onClick={mayEdit ? onRename : undefined}>
            {row.name}
          </span>
          {subitems ? (
            <span className="name-count" aria-hidden>
              {subitems}
            </span>
          ) : null}
          {mayEdit && <RowMenu {...props} />}
          <Link
            className="name-open"
            to={`pulses/${row.id}`}
            aria-label={texts.board.open(row.name)}
            tabIndex={-1}
          >
            <Open size="16" />
            {row.updates_count > 0 ? row.updates_count : <AddUpdate size="18" />}
          </Link>
        </>
      )}
    </>
  );
}

/** Where there are no subitems, it leads to where the first one is added. */
function Expander({ row, count, isUnfolded, mayArrange, onUnfold }: Props & { count: number }) {
  if (!count && !mayArrange) return <span className="name-fold" />;
  const Icon = isUnfolded ? DropdownChevronDown : DropdownChevronRight;
  const { show, hide, addTo } = texts.subitems;
  return (
    <button
      type="button"
      className={count || isUnfolded ? "name-fold name-fold-shown" : "name-fold"}
      tabIndex={-1}
      aria-expanded={isUnfolded}
      aria-label={isUnfolded ? hide(row.name) : count ? show(row.name, count) : addTo(row.name)}
      onClick={() => onUnfold(row.id, !isUnfolded)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon size="16" aria-hidden />
    </button>
  );
}
