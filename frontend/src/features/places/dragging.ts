// Dragging boards and folders about the side bar.

import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { BoardInList, Folder } from "../../api/queries";
import { moveBoard, moveFolder } from "./changes";
import type { Place } from "./tree";

type Dragged = { kind: "side-board"; board: BoardInList } | { kind: "side-folder"; folder: Folder };
/** Into the place, or beside the folder that it is. */
export type Where = "in" | "before" | "after";

const EDGE = 0.25;

export function useDraggable(
  element: RefObject<HTMLElement | null>,
  what: Dragged,
  isOn: boolean,
): void {
  const now = useRef(what);
  now.current = what;
  useEffect(() => {
    const own = element.current;
    if (!own || !isOn) return;
    return draggable({ element: own, getInitialData: () => ({ ...now.current }) });
  }, [element, isOn]);
}

interface TargetOptions {
  place: Place;
  /** Whose line it is, if not the workspace's. */
  folder?: Folder;
  isOn: boolean;
}

/** Takes what is dropped on it; answers where something that hovers would go. */
export function useDropTarget(
  element: RefObject<HTMLElement | null>,
  options: TargetOptions,
): Where | undefined {
  const [where, setWhere] = useState<Where>();
  const now = useRef(options);
  now.current = options;
  const { isOn } = options;
  useEffect(() => {
    const own = element.current;
    if (!own || !isOn) return;
    return dropTargetForElements({
      element: own,
      canDrop: ({ source }) => {
        const dragged = source.data as Dragged;
        if (dragged.kind === "side-folder") return dragged.folder.id !== now.current.folder?.id;
        return dragged.kind === "side-board";
      },
      getData: ({ input, source, element: target }) => {
        const { top, height } = target.getBoundingClientRect();
        const part = (input.clientY - top) / height;
        const isBetween = source.data.kind === "side-folder" && now.current.folder !== undefined;
        const beside = part < EDGE ? "before" : part > 1 - EDGE ? "after" : "in";
        return { where: isBetween ? beside : "in" };
      },
      onDrag: ({ self }) => setWhere(self.data.where as Where),
      onDragLeave: () => setWhere(undefined),
      onDrop: ({ source, self }) => {
        setWhere(undefined);
        drop(source.data as Dragged, now.current, self.data.where as Where);
      },
    });
  }, [element, isOn]);
  return where;
}

function drop(dragged: Dragged, { place, folder }: TargetOptions, where: Where): void {
  if (dragged.kind === "side-board") void moveBoard(dragged.board, place);
  else if (folder && where !== "in") {
    void moveFolder(dragged.folder, { beside_id: folder.id, is_after: where === "after" });
  } else {
    void moveFolder(dragged.folder, {
      workspace_id: place.workspace_id,
      parent_id: place.folder_id,
    });
  }
}
