import { useId } from "react";
import { texts } from "../../texts";
import { keyOf, type Place, placesOf } from "./tree";
import { useTree } from "./useTree";
import "../../ui/form.css";

interface Props {
  place: Place;
  /** A folder that, with what is in it, is not to choose. */
  without?: number | undefined;
  onChange: (place: Place) => void;
}

const INDENT = "\u2003";

/** A workspace, or a folder in one. */
export function PlaceSelect({ place, without, onChange }: Props) {
  const id = useId();
  const choices = placesOf(useTree(), without);
  return (
    <div className="select-field">
      <label htmlFor={id}>{texts.places.where}</label>
      <select
        id={id}
        className="select"
        value={keyOf(place)}
        onChange={(event) => {
          const found = choices.find(({ key }) => key === event.target.value);
          if (found) onChange(found.place);
        }}
      >
        {choices.map(({ key, name, depth }) => (
          <option key={key} value={key}>
            {INDENT.repeat(depth)}
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
