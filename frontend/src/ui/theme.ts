// Light or dark: the reader's own choice, else what their system says.

import { Store, useStore } from "./store";

type Theme = "light" | "dark";

const KEY = "lundi-theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const theme = new Store<Theme>(chosen() ?? (system.matches ? "dark" : "light"));

export function startTheme(): void {
  system.addEventListener("change", () => {
    if (!chosen()) use(system.matches ? "dark" : "light");
  });
  use(theme.value);
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  return [
    useStore(theme),
    (wanted) => {
      localStorage.setItem(KEY, wanted);
      use(wanted);
    },
  ];
}

function use(wanted: Theme): void {
  document.documentElement.dataset.theme = wanted;
  document.body.classList.toggle("dark-app-theme", wanted === "dark");
  document.body.classList.toggle("light-app-theme", wanted === "light");
  theme.set(wanted);
}

function chosen(): Theme | null {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : null;
}
