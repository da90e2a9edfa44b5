import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { Link } from "react-router";
import { ask, POST } from "../../api/client";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { useSubmit } from "../../ui/useSubmit";
import { Card } from "./Card";

export function Forgot() {
  const [email, setEmail] = useState("");
  const [answer, setAnswer] = useState("");
  const { problem, isBusy, submit } = useSubmit(async () => {
    const { emailed } = await ask(POST("/password-reset", { body: { email } }));
    setAnswer(emailed ? texts.start.linkSent : texts.start.noMail);
  });

  return (
    <Card title={texts.start.forgotTitle} lead={answer ? undefined : texts.start.forgotLead}>
      <p role="status" className="start-answer">
        {answer}
      </p>
      {!answer && (
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
          <Problem>{problem}</Problem>
          <Button type="submit" loading={isBusy}>
            {texts.start.sendLink}
          </Button>
        </form>
      )}
      <Link to="/sign-in">{texts.start.toSignIn}</Link>
    </Card>
  );
}
