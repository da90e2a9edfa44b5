// What a doc is called, where it is and whose it is.

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { foldersQuery, useUsers, workspacesQuery } from "../../api/queries";
import { texts } from "../../texts";
import { Confirm } from "../../ui/Confirm";
import { EditableText } from "../../ui/EditableText";
import { Face } from "../../ui/Face";
import { LineMenu, MenuItem } from "../../ui/LineMenu";
import { Time } from "../../ui/Time";
import { say, sayError } from "../../ui/toasts";
import { keptId } from "../places/tree";
import { deleteDoc, renameDoc } from "./queries";
import type { Doc } from "./saver";

type Kind = keyof typeof texts.frame.kinds;

export function DocHead({ doc }: { doc: Doc }) {
  const owners = useUsers();
  const isDescription = doc.pulse?.column_id === null;
  const shown = doc.owners.flatMap((id) => owners.get(id) ?? []);
  const rename = (name: string) =>
    name ? void renameDoc(doc.id, name).catch(sayError) : say(texts.board.nameNeeded);
  return (
    <header className="doc-head">
      <Whereabouts doc={doc} />
      <div className="doc-title">
        <h1>
          {doc.may_edit && !isDescription ? (
            <EditableText
              value={doc.name}
              label={texts.docs.name}
              longest={255}
              onChange={rename}
            />
          ) : (
            doc.name
          )}
        </h1>
        <span className="doc-kind">{texts.frame.kinds[doc.kind as Kind]}</span>
        {doc.may_delete && <DocMenu doc={doc} />}
      </div>
      <p className="doc-about quiet">
        {shown.length > 0 && (
          <span className="doc-owners">
            {shown.map(({ id, name }) => (
              <Face key={id} name={name} size={22} />
            ))}
            {texts.docs.ownedBy(shown.map(({ name }) => name).join(", "))}
          </span>
        )}
        <span>
          {texts.docs.changed} <Time at={doc.updated_at} />
        </span>
      </p>
    </header>
  );
}

/** The pulse that it is of, or its workspace and folder. */
function Whereabouts({ doc }: { doc: Doc }) {
  const { data: workspaces } = useQuery(workspacesQuery);
  const { data: folders } = useQuery(foldersQuery);
  if (doc.pulse) {
    const { board_id, id, name, column_id } = doc.pulse;
    return (
      <p className="doc-place quiet">
        {column_id === null ? texts.docs.descriptionOf : texts.docs.of}{" "}
        <Link to={`/boards/${board_id}/pulses/${id}`}>{name}</Link>
      </p>
    );
  }
  const workspace = workspaces?.find((one) => keptId(one) === doc.workspace_id);
  const folder = folders?.find((one) => one.id === doc.folder_id);
  const names = [workspace?.name ?? texts.places.sharedWithYou, folder?.name];
  return <p className="doc-place quiet">{names.filter(Boolean).join(" / ")}</p>;
}

function DocMenu({ doc }: { doc: Doc }) {
  const [isAsking, setIsAsking] = useState(false);
  const navigate = useNavigate();
  return (
    <>
      <LineMenu label={texts.docs.menu}>
        {(close) => (
          <MenuItem
            text={texts.docs.delete}
            onPick={() => {
              close();
              setIsAsking(true);
            }}
          />
        )}
      </LineMenu>
      {isAsking && (
        <Confirm
          title={texts.docs.deleteTitle(doc.name)}
          text={texts.docs.deleteText}
          go={texts.docs.delete}
          keep={texts.board.cancel}
          onGo={async () => {
            const { pulse } = doc;
            await deleteDoc(doc.id);
            navigate(pulse ? `/boards/${pulse.board_id}/pulses/${pulse.id}` : "/");
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
