import { doc } from "./doc";

/** As doc; only clients of the API tell them apart, so it isn't offered for new columns. */
export const directDoc = doc;
