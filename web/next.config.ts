import path from "node:path";
import type { NextConfig } from "next";

// Nothing is reported to anybody.
process.env.NEXT_TELEMETRY_DISABLED = "1";

/** The workspace, where the packages are that this one is built from. */
const root = path.join(import.meta.dirname, "..");

const config: NextConfig = {
  // The sdk is TypeScript as it stands in the repository; nothing builds it beforehand.
  transpilePackages: ["@azora/sdk"],
  // `npm run check` checks the types of the whole tree, this package included.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `next dev` names itself localhost; everything else here speaks of 127.0.0.1.
  allowedDevOrigins: ["127.0.0.1"],
  agentRules: false,
  // A page can be painted as soon as it is there, without a second way to the server: docs/decisions/0039-speed.md.
  experimental: { inlineCss: true },
};

export default config;
