import { plural } from "./plural";

const count = (subitems: number) => plural(subitems, "subitem", "subitems");

export const subitems = {
  title: "Subitems",
  count,
  add: "+ Add a subitem",
  addOne: "Add a subitem",
  addTo: (pulse: string) => `Add a subitem to ${pulse}`,
  show: (pulse: string, subitems: number) => `Show ${count(subitems)} of ${pulse}`,
  hide: (pulse: string) => `Hide the subitems of ${pulse}`,
  headsOf: (pulse: string) => `Columns of the subitems of ${pulse}`,
  selected: (subitems: number) => `${count(subitems)} selected`,
  under: (pulse: string) => `Subitem of ${pulse}`,
  duplicated: (subitems: number) => `${count(subitems)} duplicated`,
  moved: (subitems: number) => `${count(subitems)} moved`,
  deleted: (subitems: number) => `${count(subitems)} deleted`,
  archived: (subitems: number) => `${count(subitems)} archived`,
  none: "No subitems yet.",
} as const;
