// "@" and the beginning of a name: a list to pick from, by keys or by mouse.

import Mention from "@tiptap/extension-mention";
import { ReactRenderer } from "@tiptap/react";
import type { SuggestionKeyDownProps, SuggestionProps } from "@tiptap/suggestion";
import { type Ref, useImperativeHandle, useState } from "react";
import type { User } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import "./mention.css";

interface Picked {
  id: string;
  label: string;
}
interface Keys {
  onKeyDown: (event: KeyboardEvent) => boolean;
}
type ListProps = SuggestionProps<User, Picked> & { ref: Ref<Keys> };

const SHOWN = 6;

/** `people`: whom one may mention, asked anew each time. */
export function mentionOf(people: () => Iterable<User>) {
  return Mention.configure({
    suggestion: {
      items: ({ query }) => {
        const wanted = query.toLocaleLowerCase();
        return [...people()]
          .filter((user) => user.name.toLocaleLowerCase().includes(wanted))
          .slice(0, SHOWN);
      },
      render: () => {
        let list: ReactRenderer<Keys, ListProps> | undefined;
        const put = (props: SuggestionProps<User, Picked>) => {
          const at = props.clientRect?.();
          const element = list?.element;
          if (!at || !(element instanceof HTMLElement)) return;
          element.style.top = `${at.bottom + 4}px`;
          element.style.left = `${Math.min(at.left, innerWidth - 250)}px`;
        };
        return {
          onStart: (props) => {
            list = new ReactRenderer(People, {
              props,
              editor: props.editor,
              className: "mentions",
            });
            document.body.append(list.element);
            put(props);
          },
          onUpdate: (props) => {
            list?.updateProps(props);
            put(props);
          },
          onKeyDown: ({ event }: SuggestionKeyDownProps) => {
            if (event.key === "Escape") {
              event.stopPropagation();
              list?.element.remove();
              return true;
            }
            return list?.ref?.onKeyDown(event) ?? false;
          },
          onExit: () => {
            list?.element.remove();
            list?.destroy();
          },
        };
      },
    },
  });
}

function People({ items, command, ref }: ListProps) {
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, items.length - 1);
  const pick = (user: User | undefined) =>
    user && command({ id: String(user.id), label: user.name });
  useImperativeHandle(ref, () => ({
    onKeyDown: ({ key }) => {
      if (items.length === 0) return false;
      if (key === "ArrowDown") setAt((chosen + 1) % items.length);
      else if (key === "ArrowUp") setAt((chosen + items.length - 1) % items.length);
      else if (key === "Enter" || key === "Tab") pick(items[chosen]);
      else return false;
      return true;
    },
  }));
  if (items.length === 0) return <p className="quiet">{texts.board.nobody}</p>;
  return (
    <div role="listbox" aria-label={texts.pulse.mention}>
      {items.map((user, index) => (
        <button
          key={user.id}
          type="button"
          role="option"
          aria-selected={index === chosen}
          className="menu-item people-one"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(user)}
        >
          <Face name={user.name} />
          {user.name}
        </button>
      ))}
    </div>
  );
}
