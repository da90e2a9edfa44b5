// Dragging pulses, groups and columns: what can be picked up, where it can be dropped, and what follows.

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useRef, useState } from "react";

/** `rest`: the lines of a group that are no pulses. */
export type Dragged =
  | { kind: "pulse"; id: number; groupId: string }
  | { kind: "subitem"; id: number; groupId: string; parentId: number }
  | { kind: "group"; id: string }
  | { kind: "column"; id: string; boardId: number };
export type Target = Dragged | { kind: "rest"; groupId: string; isTop: boolean };

interface DragOptions {
  what: Dragged;
  edges: Edge[];
  isOn: boolean;
  /** What follows the pointer. */
  label: () => string;
}

/** Makes an element one that can be dragged by its handle, and dropped upon; answers at which edge something hovers. */
export function useDrag(
  element: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  options: DragOptions,
): Edge | null {
  const [edge, setEdge] = useState<Edge | null>(null);
  const now = useRef(options);
  now.current = options;
  const { isOn } = options;
  useEffect(() => {
    const own = element.current;
    const held = handle.current;
    if (!own || !held || !isOn) return;
    return combine(
      draggable({
        element: own,
        dragHandle: held,
        getInitialData: () => ({ ...now.current.what }),
        onGenerateDragPreview: ({ nativeSetDragImage }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render({ container }) {
              const shown = document.createElement("div");
              shown.className = "drag-preview";
              shown.textContent = now.current.label();
              container.append(shown);
            },
          }),
      }),
      dropTargetForElements({
        element: own,
        canDrop: ({ source }) => isAlike(source.data as Dragged, now.current.what),
        getData: ({ input, element: target }) =>
          attachClosestEdge(
            { ...now.current.what },
            { input, element: target, allowedEdges: now.current.edges },
          ),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [element, handle, isOn]);
  return edge;
}

/** Subitems stay under their pulse, and columns on their board. */
function isAlike(one: Dragged, other: Dragged): boolean {
  if (one.kind === "subitem" && other.kind === "subitem") return one.parentId === other.parentId;
  if (one.kind === "column" && other.kind === "column") return one.boardId === other.boardId;
  return one.kind === other.kind;
}

/** A line of a group that takes pulses: its head for the top, what stands under the pulses for the bottom. */
export function useRest(
  element: RefObject<HTMLElement | null>,
  groupId: string,
  isTop: boolean,
): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const own = element.current;
    if (!own) return;
    return dropTargetForElements({
      element: own,
      canDrop: ({ source }) => source.data.kind === "pulse",
      getData: () => ({ kind: "rest", groupId, isTop }),
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: () => setIsOver(false),
    });
  }, [element, groupId, isTop]);
  return isOver;
}

/** `drop` is told what was dropped where; the table scrolls along while something is dragged to its edge. */
export function useDrops(
  scroller: RefObject<HTMLElement | null>,
  drop: (dragged: Dragged, target: Target, edge: Edge | null) => void,
): void {
  const now = useRef(drop);
  now.current = drop;
  useEffect(() => {
    const own = scroller.current;
    if (!own) return;
    return combine(
      autoScrollForElements({ element: own }),
      monitorForElements({
        onDrop({ source, location }) {
          const target = location.current.dropTargets[0];
          if (!target) return;
          now.current(
            source.data as Dragged,
            target.data as Target,
            extractClosestEdge(target.data),
          );
        },
      }),
    );
  }, [scroller]);
}
