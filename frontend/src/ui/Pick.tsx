// A line of a list of which any number can be picked.

import type { ReactNode } from "react";

interface Props {
  isOn: boolean;
  onToggle: () => void;
  children: ReactNode;
}

export function Pick({ isOn, onToggle, children }: Props) {
  return (
    <label className="menu-item pick">
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      {children}
    </label>
  );
}
