import "@vibe/core/tokens";
import "../ui/base.css";
import "./app.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { queryClient } from "../api/queries";
import { startTheme } from "../ui/theme";
import { Toasts } from "../ui/toasts";
import { router } from "./router";

startTheme();

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no #app");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
