import { Button } from "@vibe/core";
import { ask, PUT } from "../../api/client";
import { texts } from "../../texts";
import { say } from "../../ui/toasts";
import { useAction } from "../../ui/useAction";
import type { Account } from "./GeneralTab";
import { refreshAccount } from "./queries";

type PlanName = keyof typeof texts.start.plans;

const shown = (limit: number | null) =>
  limit === null ? texts.admin.general.noLimit : limit.toLocaleString();

/** The plans to choose from, each with its limits. */
export function Plans({ account }: { account: Account }) {
  const [run, isBusy] = useAction();

  async function change(plan: PlanName) {
    await ask(PUT("/admin/account", { body: { plan } }));
    await refreshAccount();
    say(texts.admin.general.planChanged(texts.start.plans[plan]));
  }

  return (
    <section className="admin-card">
      <h2>{texts.admin.general.plan}</h2>
      <p className="quiet">{texts.admin.general.planHint}</p>
      <ul className="plans">
        {account.plans.map(({ name, per_minute, per_day }) => {
          const plan = name as PlanName;
          const title = texts.start.plans[plan] ?? name;
          return (
            <li key={name} aria-current={name === account.plan}>
              <h3>{title}</h3>
              <p>
                <b>{shown(per_minute)}</b> {texts.admin.general.perMinute}
                <br />
                <b>{shown(per_day)}</b> {texts.admin.general.perDay}
              </p>
              {name === account.plan ? (
                <p className="plan-present">{texts.admin.general.present}</p>
              ) : (
                <Button
                  size="small"
                  kind="secondary"
                  disabled={isBusy}
                  onClick={() => void run(() => change(plan))}
                >
                  {texts.admin.general.choose(title)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
