import { Doc } from "@vibe/icons";
import { file } from "./file";

/** One doc of the pulse's own. */
export const doc = { ...file, icon: Doc };
