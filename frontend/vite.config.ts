import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const OUT = join(import.meta.dirname, "../src/lundi/entrypoints/pages/static");

// Packed once here, so that the server never packs anything.
const packed: Plugin = {
  name: "packed",
  apply: "build",
  closeBundle() {
    const folder = join(OUT, "assets");
    for (const name of readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
      const path = join(folder, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

// GraphiQL brings fonts inside of its style sheet, which the pages' Content-Security-Policy refuses; it has ours.
const withoutFonts: Plugin = {
  name: "without-fonts",
  enforce: "pre",
  transform(code, id) {
    if (id.endsWith("/graphiql/dist/style.css")) return code.replace(/@font-face\s*{[^}]*}/g, "");
  },
};

export default defineConfig({
  plugins: [react(), packed, withoutFonts],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    // Nothing as data: in a style sheet, which the pages' Content-Security-Policy would refuse for fonts.
    assetsInlineLimit: 0,
    // Swagger UI is one file of that size.
    chunkSizeWarningLimit: 2000,
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { app: "index.html", developers: "developers.html", v2: "developers-v2.html" },
    },
  },
  server: {
    proxy: {
      "/v1": "http://127.0.0.1:8080",
      "/v2": "http://127.0.0.1:8080",
      "/app": { target: "http://127.0.0.1:8080", ws: true },
      "/photos": "http://127.0.0.1:8080",
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});
