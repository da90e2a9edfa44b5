// Who hears of what is said about a pulse.

import { useQuery } from "@tanstack/react-query";
import { IconButton } from "@vibe/core";
import { CloseSmall } from "@vibe/icons";
import { ask, DELETE, PUT } from "../../api/client";
import { queryClient, subscribersQuery, type User } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { MenuButton } from "../../ui/MenuButton";
import { sayError } from "../../ui/toasts";
import type { Names } from "../board/values";

interface Props {
  pulseId: number;
  names: Names;
  mayEdit: boolean;
}

export function Subscribers({ pulseId, names, mayEdit }: Props) {
  const { data: subscribers = [] } = useQuery(subscribersQuery(pulseId));
  const there = new Set(subscribers.map((user) => user.id));
  const others = [...names.users.values()].filter((user) => !there.has(user.id));

  async function change(user: User, isSubscribed: boolean) {
    const params = { path: { pulse_id: pulseId, user_id: user.id } };
    try {
      await ask(
        isSubscribed
          ? PUT("/pulses/{pulse_id}/subscribers/{user_id}", { params })
          : DELETE("/pulses/{pulse_id}/subscribers/{user_id}", { params }),
      );
      await queryClient.invalidateQueries(subscribersQuery(pulseId));
    } catch (error) {
      sayError(error);
    }
  }

  return (
    <div className="subscribers">
      <span className="board-faces">
        {subscribers.slice(0, 6).map((user) => (
          <Face key={user.id} name={user.name} size={26} />
        ))}
      </span>
      <MenuButton
        text={texts.board.subscribers(subscribers.length)}
        label={texts.board.subscribers(subscribers.length)}
      >
        {() => (
          <ul className="share-list">
            {subscribers.map((user) => (
              <li key={user.id}>
                <Face name={user.name} />
                <span className="share-name">{user.name}</span>
                {mayEdit && (
                  <IconButton
                    size="xs"
                    kind="tertiary"
                    icon={CloseSmall}
                    aria-label={texts.board.removeSubscriber(user.name)}
                    onClick={() => void change(user, false)}
                  />
                )}
              </li>
            ))}
            {mayEdit &&
              others.map((user) => (
                <li key={user.id}>
                  <button
                    type="button"
                    className="menu-item people-one"
                    onClick={() => void change(user, true)}
                  >
                    <Face name={user.name} />
                    {texts.pulse.subscribe(user.name)}
                  </button>
                </li>
              ))}
          </ul>
        )}
      </MenuButton>
    </div>
  );
}
