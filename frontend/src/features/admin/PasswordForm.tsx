import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, PUT } from "../../api/client";
import { texts } from "../../texts";
import { NewPassword } from "../../ui/NewPassword";
import { Problem } from "../../ui/Problem";
import { strengthOf } from "../../ui/strength";
import { say } from "../../ui/toasts";
import { useSubmit } from "../../ui/useSubmit";

const WORDS = texts.admin.profile;

export function PasswordForm({ email }: { email: string }) {
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const { problem, isBusy, submit } = useSubmit(async () => {
    await ask(PUT("/me/password", { body: { old, new: password } }));
    setOld("");
    setPassword("");
    say(WORDS.changed);
  });

  return (
    <section className="admin-card">
      <h2>{WORDS.password}</h2>
      <p className="quiet">{WORDS.passwordHint}</p>
      <form className="form form-narrow" onSubmit={submit}>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          id="old-password"
          type="password"
          title={WORDS.old}
          autoComplete="current-password"
          value={old}
          onChange={setOld}
          required
          size="medium"
        />
        <NewPassword title={WORDS.new} value={password} onChange={setPassword} />
        <Problem>{problem}</Problem>
        <Button type="submit" loading={isBusy} disabled={!old || strengthOf(password) === 0}>
          {WORDS.change}
        </Button>
      </form>
    </section>
  );
}
