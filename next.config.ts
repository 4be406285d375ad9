import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm test` and `npm run check` are where types are checked: a start should not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // The optimiser is a door that this product does not need; nothing here is larger than an icon.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "file-type", "pdfkit", "pg", "pg-boss", "pino"],
  // The sprite's address changes with its content.
  headers: () => Promise.resolve([
    { source: "/icons.svg", headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }] },
  ]),
  // Browsers ask for it by this name on pages that end before their head says better.
  rewrites: () => Promise.resolve([{ source: "/favicon.ico", destination: "/favicon.svg" }]),
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
