import { Show } from "@vibe/icons";
import { useUsers } from "../../api/queries";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { MenuButton } from "../../ui/MenuButton";

/** Who has seen an update, by user id. */
export function Seen({ by }: { by: number[] }) {
  const users = useUsers();
  const people = by.flatMap((id) => users.get(id) ?? []);
  if (people.length === 0) return null;
  return (
    <MenuButton text={texts.pulse.seen(by.length)} label={texts.pulse.seenBy} leftIcon={Show}>
      {() => (
        <ul className="share-list">
          {people.map((user) => (
            <li key={user.id}>
              <Face name={user.name} />
              {user.name}
            </li>
          ))}
        </ul>
      )}
    </MenuButton>
  );
}
