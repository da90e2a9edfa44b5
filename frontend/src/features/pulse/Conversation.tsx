import { Button } from "@vibe/core";
import { ThumbsUp } from "@vibe/icons";
import { useState } from "react";
import { ask, DELETE, POST } from "../../api/client";
import { queryClient, type Update, updatesQuery, useMe } from "../../api/queries";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { Face } from "../../ui/Face";
import { shownTime } from "../../ui/time";
import { sayError } from "../../ui/toasts";
import { FileCards } from "../files/FileCards";
import { FilePicker } from "../files/FilePicker";
import { addToUpdate, bring, type ShownFile, shownFile } from "../files/files";
import { DeleteButton } from "./DeleteButton";
import { Html } from "./Html";
import { Seen } from "./Seen";
import { Writer } from "./Writer";

interface Props {
  pulseId: number;
  updates: Update[] | undefined;
  mayWrite: boolean;
}

export function Conversation({ pulseId, updates, mayWrite }: Props) {
  const params = { path: { pulse_id: pulseId } };
  return (
    <section className="conversation" aria-label={texts.pulse.updates}>
      {mayWrite && (
        <Writer
          draft={`update-${pulseId}`}
          placeholder={texts.pulse.write}
          send={texts.pulse.post}
          onSend={(html) =>
            done(pulseId, ask(POST("/pulses/{pulse_id}/updates", { params, body: { html } })))
          }
        />
      )}
      {!updates && <Waiting />}
      {updates?.length === 0 && <p className="quiet">{texts.pulse.none}</p>}
      {updates?.map((update) => (
        <OneUpdate key={update.id} pulseId={pulseId} update={update} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

function OneUpdate({
  pulseId,
  update,
  mayWrite,
}: {
  pulseId: number;
  update: Update;
  mayWrite: boolean;
}) {
  const [isReplying, setIsReplying] = useState(false);
  const params = { path: { update_id: update.id } };
  return (
    <article className="update">
      <Said pulseId={pulseId} update={update} mayWrite={mayWrite} />
      {update.replies.map((reply) => (
        <div key={reply.id} className="reply">
          <Said pulseId={pulseId} update={reply} mayWrite={mayWrite} />
        </div>
      ))}
      {mayWrite &&
        (isReplying ? (
          <Writer
            draft={`reply-${update.id}`}
            placeholder={texts.pulse.writeReply}
            send={texts.pulse.reply}
            onSend={async (html) => {
              const isSent = await done(
                pulseId,
                ask(POST("/updates/{update_id}/replies", { params, body: { html } })),
              );
              if (isSent) setIsReplying(false);
              return isSent;
            }}
          />
        ) : (
          <Button size="small" kind="tertiary" onClick={() => setIsReplying(true)}>
            {texts.pulse.reply}
          </Button>
        ))}
    </article>
  );
}

function Said({
  pulseId,
  update,
  mayWrite,
}: {
  pulseId: number;
  update: Update;
  mayWrite: boolean;
}) {
  const me = useMe();
  const isLiked = update.liked_by.includes(me.user.id);
  const isOwn = update.author.id === me.user.id;
  const params = { path: { update_id: update.id } };
  function detach(file: ShownFile) {
    const path = { update_id: update.id, attached_id: Number(file.key) };
    void done(
      pulseId,
      ask(DELETE("/updates/{update_id}/files/{attached_id}", { params: { path } })),
    );
  }
  return (
    <>
      <header className="update-head">
        <Face name={update.author.name} size={28} />
        <b>{update.author.name}</b>
        <time className="quiet" dateTime={new Date(update.created_at / 1000).toISOString()}>
          {shownTime(update.created_at)}
        </time>
      </header>
      <Html html={update.body} />
      {update.files.length > 0 && (
        <FileCards
          files={update.files.map(shownFile)}
          onRemove={isOwn && mayWrite ? detach : undefined}
        />
      )}
      <footer className="update-foot">
        <Button
          size="small"
          kind="tertiary"
          leftIcon={ThumbsUp}
          disabled={!mayWrite}
          aria-label={`${isLiked ? texts.pulse.liked : texts.pulse.like} (${update.liked_by.length})`}
          onClick={() =>
            void done(
              pulseId,
              ask((isLiked ? DELETE : POST)("/updates/{update_id}/like", { params })),
            )
          }
        >
          {`${isLiked ? texts.pulse.liked : texts.pulse.like} ${update.liked_by.length || ""}`}
        </Button>
        {isOwn && mayWrite && (
          <FilePicker
            onPick={(files) => void bring(files, (file) => addToUpdate(pulseId, update.id, file))}
          />
        )}
        {(isOwn || me.is_admin) && mayWrite && (
          <DeleteButton
            title={texts.pulse.deleteUpdate}
            text={texts.pulse.deleteUpdateText}
            onDelete={() => done(pulseId, ask(DELETE("/updates/{update_id}", { params })))}
          />
        )}
        <Seen by={update.seen_by} />
      </footer>
    </>
  );
}

async function done(pulseId: number, asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    await queryClient.invalidateQueries(updatesQuery(pulseId));
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}
