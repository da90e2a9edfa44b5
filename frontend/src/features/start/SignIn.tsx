import { Button, TextField } from "@vibe/core";
import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { ask, POST } from "../../api/client";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { Card } from "./Card";

export function SignIn() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [account, setAccount] = useState("");
  const [asksAccount, setAsksAccount] = useState(false);
  const [problem, setProblem] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [search] = useSearchParams();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setProblem("");
    try {
      await ask(POST("/sign-in", { body: { email, password, account: account || null } }));
      location.assign(safe(search.get("next")));
    } catch (error) {
      const { status, message } = error as { status: number; message: string };
      setAsksAccount(asksAccount || status === 400);
      setProblem(message);
      setIsBusy(false);
    }
  }

  return (
    <Card title={texts.start.signInTitle}>
      <form className="start-form" onSubmit={submit}>
        <TextField
          id="email"
          name="email"
          type="email"
          title={texts.start.email}
          autoComplete="username"
          value={email}
          onChange={setEmail}
          required
          size="medium"
        />
        <TextField
          id="password"
          name="password"
          type="password"
          title={texts.start.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          required
          size="medium"
        />
        {asksAccount && (
          <TextField
            id="account"
            name="account"
            title={texts.start.account}
            value={account}
            onChange={setAccount}
            size="medium"
          />
        )}
        <Problem>{problem}</Problem>
        <Button type="submit" loading={isBusy}>
          {texts.start.signIn}
        </Button>
      </form>
      <Link to="/forgot">{texts.start.forgot}</Link>
    </Card>
  );
}

/** Only to a page of our own. */
function safe(next: string | null): string {
  return next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : "/";
}
