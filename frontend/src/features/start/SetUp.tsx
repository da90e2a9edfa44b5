import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, POST } from "../../api/client";
import { texts } from "../../texts";
import { NewPassword } from "../../ui/NewPassword";
import { Problem } from "../../ui/Problem";
import { Select } from "../../ui/Select";
import { strengthOf } from "../../ui/strength";
import { useSubmit } from "../../ui/useSubmit";
import { Card } from "./Card";

export function SetUp() {
  const [given, setGiven] = useState({ company: "", name: "", email: "" });
  const [password, setPassword] = useState("");
  const [plan, setPlan] = useState<keyof typeof texts.start.plans>("standard");
  const [withExample, setWithExample] = useState(false);
  const { problem, isBusy, submit } = useSubmit(async () => {
    await ask(POST("/setup", { body: { ...given, password, plan, with_example: withExample } }));
    location.assign("/");
  });

  const field = (name: keyof typeof given, type: "text" | "email", auto: string) => (
    <TextField
      id={name}
      name={name}
      type={type}
      title={texts.start[name]}
      autoComplete={auto}
      value={given[name]}
      onChange={(value) => setGiven((before) => ({ ...before, [name]: value }))}
      required
      size="medium"
    />
  );

  return (
    <Card title={texts.start.setUpTitle} lead={texts.start.setUpLead}>
      <form className="start-form" onSubmit={submit}>
        {field("company", "text", "organization")}
        {field("name", "text", "name")}
        {field("email", "email", "username")}
        <NewPassword title={texts.start.password} value={password} onChange={setPassword} />
        <Select
          label={texts.start.plan}
          value={plan}
          choices={texts.start.plans}
          onChange={setPlan}
        />
        <p className="quiet">{texts.start.planHint}</p>
        <label className="start-example">
          <input
            type="checkbox"
            checked={withExample}
            onChange={(event) => setWithExample(event.target.checked)}
          />
          <span>
            {texts.start.withExample}
            <span className="quiet">{texts.start.withExampleHint}</span>
          </span>
        </label>
        <Problem>{problem}</Problem>
        <Button type="submit" loading={isBusy} disabled={strengthOf(password) === 0}>
          {texts.start.setUp}
        </Button>
      </form>
    </Card>
  );
}
