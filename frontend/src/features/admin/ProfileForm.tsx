import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, PUT } from "../../api/client";
import { type Me, meQuery, queryClient, usersQuery } from "../../api/queries";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { say } from "../../ui/toasts";
import { useSubmit } from "../../ui/useSubmit";

const WORDS = texts.admin.profile;
const FIELDS = ["name", "title", "position", "phone", "location", "status"] as const;
const FILLED_IN: Partial<Record<(typeof FIELDS)[number], string>> = {
  name: "name",
  title: "organization-title",
  phone: "tel",
};

export function ProfileForm({ me }: { me: Me }) {
  const [given, setGiven] = useState({ name: me.user.name, ...me.profile });
  const { problem, isBusy, submit } = useSubmit(async () => {
    queryClient.setQueryData(meQuery.queryKey, await ask(PUT("/me", { body: given })));
    await queryClient.invalidateQueries(usersQuery);
    say(texts.admin.saved);
  });

  return (
    <section className="admin-card">
      <h2>{WORDS.about}</h2>
      <p className="quiet">{WORDS.email}</p>
      <form className="form" onSubmit={submit}>
        <div className="form-pairs">
          {FIELDS.map((name) => (
            <TextField
              key={name}
              id={`profile-${name}`}
              title={WORDS[name]}
              autoComplete={FILLED_IN[name] ?? "off"}
              type={name === "phone" ? "tel" : "text"}
              value={given[name]}
              onChange={(value) => setGiven((before) => ({ ...before, [name]: value }))}
              maxLength={255}
              required={name === "name"}
              size="medium"
            />
          ))}
        </div>
        <Problem>{problem}</Problem>
        <Button type="submit" loading={isBusy} disabled={!given.name.trim()}>
          {texts.admin.save}
        </Button>
      </form>
    </section>
  );
}
