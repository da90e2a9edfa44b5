import type { ReactNode } from "react";
import "./form.css";

/** What is wrong with a form, beside it. It is always there, so that it is read out when it fills. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="problem-line" role="alert">
      {children}
    </p>
  );
}
