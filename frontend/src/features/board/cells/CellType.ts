// What every column type tells about itself: how its cells are shown, edited, written as text and sent.

import type { ComponentType, SVGAttributes } from "react";
import type { Schemas } from "../../../api/client";
import type { Column, Row } from "../../../api/queries";
import type { EditorProps } from "../editors/EditorProps";
import type { Names } from "../values";

export type Body =
  | Schemas["SetValue"]
  | Schemas["SetStatus"]
  | Schemas["SetTags"]
  | Schemas["SetVote"]
  | Schemas["SetTimer"]
  | Schemas["SetFiles"];
export type Icon = ComponentType<SVGAttributes<SVGElement> & { size?: string | number }>;

/** What a value is read beside. */
export interface Beside {
  column: Column;
  row: Row;
  names: Names;
}

export interface ContentProps<V> extends Beside {
  value: V;
  /** It stands in a button: nothing in it can be pressed itself. */
  isInButton: boolean;
}

export interface SettingsProps {
  boardId: number;
  column: Column;
  onClose: () => void;
}

/** `V` is the value as the server stores it; a cell without one has undefined. */
export interface CellType<V> {
  icon: Icon;
  /** In pixels. */
  width: number;
  align?: "start" | "end";
  /** For a cell without a value too, where `showsEmpty`. */
  Content: ComponentType<ContentProps<V>>;
  showsEmpty?: boolean;
  /** Opens in the cell itself, or at it. */
  Editor?: ComponentType<EditorProps<V>>;
  isTyped?: boolean;
  /** In place of an editor: what a click makes of the value. */
  toggled?: (value: V | undefined, names: Names) => V | undefined;
  /** What Delete leaves; nothing, where it isn't said. */
  cleared?: (value: V | undefined, names: Names) => V | undefined;
  /** Delete leaves it: what is in it would be hard to find again. */
  isKept?: boolean;
  /** What is copied, searched and sorted. Given to `parse` it comes to the same value. */
  textOf: (value: V, beside: Beside) => string;
  /** Of a text that isn't empty. Throws an Error with a sentence where it means nothing. */
  parse?: (text: string, column: Column, names: Names) => V;
  /** The stored value itself, where it isn't said. */
  bodyOf?: (value: V | undefined, names: Names) => Body;
  /** What rows are sorted by, where it isn't the text. */
  keyOf?: (value: V) => string | number;
  /** The value comes from the row: nothing is stored. */
  ofRow?: (row: Row) => V;
  /** A form for the column's settings. */
  Settings?: ComponentType<SettingsProps>;
  /** Nothing can be done with it here yet: no new columns of it. */
  isComing?: boolean;
}

/** For a table of types whose values differ. */
export const cellType = <V>(type: CellType<V>) => type as unknown as CellType<unknown>;
