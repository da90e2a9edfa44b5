// Leads to the doc in a cell; an empty one gets its doc first.

import { Loader } from "@vibe/core";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { sayError } from "../../../ui/toasts";
import { createDocInCell } from "../../docs/queries";
import type { FilesValue } from "../cells/filesValue";
import type { EditorProps } from "./EditorProps";

export function DocEditor({ row, column, value, typed, onDone }: EditorProps<FilesValue>) {
  const navigate = useNavigate();
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    // A letter is for the doc, which isn't here.
    if (typed !== undefined) return onDone(undefined);
    const present = value?.files[0]?.doc_id;
    const found = present ? Promise.resolve(present) : made(row.id, column.id);
    found.then((id) => navigate(`/docs/${id}`), sayError).finally(() => onDone(undefined));
  }, [row.id, column.id, value, typed, navigate, onDone]);
  return <Loader size="xs" />;
}

const made = async (pulseId: number, columnId: string): Promise<number> =>
  (await createDocInCell(pulseId, columnId)).id;
