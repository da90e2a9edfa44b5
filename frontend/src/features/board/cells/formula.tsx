import { Formula } from "@vibe/icons";
import { FormulaForm } from "../settings/FormulaForm";
import { computedCell } from "./computedCell";

/** What is computed from other columns. */
export const formula = computedCell(Formula, { Settings: FormulaForm });
