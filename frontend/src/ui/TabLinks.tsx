import { Link, useLocation } from "react-router";
import "./tabs.css";

interface Props {
  label: string;
  /** Where each tab leads, and what it is called. */
  tabs: readonly { to: string; text: string }[];
}

/** The parts of a page, each with an address of its own. */
export function TabLinks({ label, tabs }: Props) {
  const { pathname, search } = useLocation();
  const here = pathname.replace(/\/$/, "") + search;
  return (
    <nav className="tab-links" aria-label={label}>
      {tabs.map(({ to, text }) => (
        <Link key={to} to={to} aria-current={to === here ? "page" : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
