// What is to be kept about a pulse, apart from what is said about it.

import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, DELETE, POST, PUT } from "../../api/client";
import { type Note, notesQuery, queryClient } from "../../api/queries";
import { Waiting } from "../../app/Frame";
import { texts } from "../../texts";
import { shownTime } from "../../ui/time";
import { sayError } from "../../ui/toasts";
import { DeleteButton } from "./DeleteButton";
import { Html } from "./Html";
import { Writer } from "./Writer";

interface Props {
  pulseId: number;
  notes: Note[] | undefined;
  mayWrite: boolean;
}

export function Notes({ pulseId, notes, mayWrite }: Props) {
  const [isWriting, setIsWriting] = useState(false);
  if (!notes) return <Waiting />;
  return (
    <section className="conversation" aria-label={texts.pulse.tabs.notes}>
      {mayWrite &&
        (isWriting ? (
          <NoteForm
            draft={`note-of-${pulseId}`}
            onSave={async (title, body) => {
              const params = { path: { pulse_id: pulseId } };
              const asked = POST("/pulses/{pulse_id}/notes", { params, body: { title, body } });
              const isSaved = await done(pulseId, ask(asked));
              if (isSaved) setIsWriting(false);
              return isSaved;
            }}
            onCancel={() => setIsWriting(false)}
          />
        ) : (
          <span>
            <Button size="small" kind="secondary" onClick={() => setIsWriting(true)}>
              {texts.pulse.addNote}
            </Button>
          </span>
        ))}
      {notes.length === 0 && !isWriting && <p className="quiet">{texts.pulse.noNotes}</p>}
      {notes.map((note) => (
        <OneNote key={note.id} pulseId={pulseId} note={note} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

function OneNote({ pulseId, note, mayWrite }: { pulseId: number; note: Note; mayWrite: boolean }) {
  const [isWriting, setIsWriting] = useState(false);
  const params = { path: { note_id: note.id } };
  if (isWriting) {
    return (
      <NoteForm
        draft={`note-${note.id}`}
        note={note}
        onSave={async (title, body) => {
          const asked = PUT("/notes/{note_id}", { params, body: { title, body } });
          const isSaved = await done(pulseId, ask(asked));
          if (isSaved) setIsWriting(false);
          return isSaved;
        }}
        onCancel={() => setIsWriting(false)}
      />
    );
  }
  return (
    <article className="update">
      <h3>{note.title}</h3>
      <Html html={note.body} />
      <footer className="update-foot">
        <span className="quiet">
          {texts.pulse.noteBy(note.author?.name, shownTime(note.updated_at))}
        </span>
        {mayWrite && (
          <>
            <Button size="small" kind="tertiary" onClick={() => setIsWriting(true)}>
              {texts.pulse.editNote}
            </Button>
            <DeleteButton
              title={texts.pulse.deleteNote}
              text={texts.pulse.deleteNoteText}
              onDelete={() => done(pulseId, ask(DELETE("/notes/{note_id}", { params })))}
            />
          </>
        )}
      </footer>
    </article>
  );
}

interface FormProps {
  draft: string;
  note?: Note;
  onSave: (title: string, body: string) => Promise<boolean>;
  onCancel: () => void;
}

function NoteForm({ draft, note, onSave, onCancel }: FormProps) {
  const [title, setTitle] = useState(note?.title ?? "");
  return (
    <div className="note-form">
      <TextField
        size="small"
        title={texts.pulse.noteTitle}
        value={title}
        onChange={setTitle}
        autoFocus
      />
      <Writer
        draft={draft}
        start={note?.body ?? ""}
        placeholder={texts.pulse.writeNote}
        send={texts.pulse.saveNote}
        onSend={(body) => onSave(title.trim() || texts.pulse.untitled, body)}
      />
      <Button size="small" kind="tertiary" onClick={onCancel}>
        {texts.board.cancel}
      </Button>
    </div>
  );
}

async function done(pulseId: number, asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    await queryClient.invalidateQueries(notesQuery(pulseId));
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}
