import { useQuery } from "@tanstack/react-query";
import { Button, TextField } from "@vibe/core";
import { useState } from "react";
import { ask, PUT, type Schemas } from "../../api/client";
import { accountQuery } from "../../api/queries";
import { Loaded } from "../../app/Loaded";
import { texts } from "../../texts";
import { Problem } from "../../ui/Problem";
import { shownDay } from "../../ui/time";
import { say } from "../../ui/toasts";
import { useSubmit } from "../../ui/useSubmit";
import { LogoForm } from "./LogoForm";
import { Plans } from "./Plans";
import { refreshAccount } from "./queries";

export type Account = Schemas["Account"];

export function GeneralTab() {
  return (
    <Loaded asked={useQuery({ ...accountQuery, staleTime: 0 })}>
      {(account) => (
        <>
          <Company account={account} />
          <Plans account={account} />
          <LogoForm account={account} />
        </>
      )}
    </Loaded>
  );
}

function Company({ account }: { account: Account }) {
  const [name, setName] = useState(account.name);
  const { problem, isBusy, submit } = useSubmit(async () => {
    await ask(PUT("/admin/account", { body: { name } }));
    await refreshAccount();
    say(texts.admin.saved);
  });
  return (
    <section className="admin-card">
      <h2>{texts.admin.general.company}</h2>
      <p className="quiet">
        {texts.admin.general.facts(account.users, shownDay(account.created_at))}{" "}
        {texts.admin.general.slug(account.slug)}
      </p>
      <form className="form form-narrow" onSubmit={submit}>
        <TextField
          id="company-name"
          title={texts.admin.general.name}
          value={name}
          onChange={setName}
          maxLength={255}
          required
          size="medium"
        />
        <Problem>{problem}</Problem>
        <Button
          type="submit"
          loading={isBusy}
          disabled={!name.trim() || name.trim() === account.name}
        >
          {texts.admin.save}
        </Button>
      </form>
    </section>
  );
}
