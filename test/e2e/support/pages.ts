import { globSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Samples } from "./samples.ts";

const APP = fileURLToPath(new URL("../../../web/app", import.meta.url));
const NO_NODE = `0x01${"00".repeat(31)}`;

export interface PageEntry {
  /** As the folders of web/app have it. */
  readonly route: string;
  /** Where it is to be seen with something on it, in every state that looks different. */
  readonly at: (samples: Samples) => readonly string[];
  /** Addresses of its form at which there is nothing. */
  readonly nowhere?: readonly string[];
}

const only = (route: string, ...more: string[]): PageEntry => ({ route, at: () => [route, ...more] });

/** Every page of the app. A route that is not here fails the tests that hold of all pages. */
export const PAGES: readonly PageEntry[] = [
  only("/"),
  only(
    "/contributions",
    "/contributions?q=nothing-is-called-so",
    "/contributions?phase=Settled&order=amount",
  ),
  {
    route: "/contributions/[id]",
    at: ({ works }) => works.map((id) => `/contributions/${id}`),
    nowhere: [`/contributions/${NO_NODE}`, "/contributions/no-id"],
  },
  {
    route: "/contributions/compare",
    at: ({ works }) => [
      "/contributions/compare",
      `/contributions/compare?ids=${works.slice(0, 3).join(",")}`,
    ],
    nowhere: [`/contributions/compare?ids=${NO_NODE}`],
  },
  {
    route: "/graph",
    at: ({ works }) => ["/graph", ...works.slice(0, 1).map((id) => `/graph?focus=${id}`)],
  },
  only("/people"),
  {
    route: "/accounts/[address]",
    at: ({ accounts }) => accounts.map((address) => `/accounts/${address}`),
    nowhere: ["/accounts/0x1"],
  },
  {
    route: "/identities/[node]",
    at: ({ identities }) => identities.map((node) => `/identities/${node}`),
    nowhere: ["/identities/0x1"],
  },
  {
    route: "/payments/[flow]/[position]",
    at: ({ payments }) => payments.map(({ flow, position }) => `/payments/${flow}/${position}`),
    nowhere: [`/payments/${"1".repeat(75)}/1`, "/payments/1/1"],
  },
  only("/epochs"),
  only("/commons"),
  only("/constitution"),
  only("/ledger", "/ledger?kind=Settled", "/ledger?subject=0x01"),
  {
    route: "/ledger/[index]",
    at: ({ records }) => records.map((index) => `/ledger/${index}`),
    nowhere: ["/ledger/99999999"],
  },
  only("/governance"),
  only("/governance/new"),
  {
    route: "/governance/[id]",
    at: ({ proposals }) => proposals.map((id) => `/governance/${id}`),
    nowhere: [`/governance/${NO_NODE}`],
  },
  only("/judge"),
  {
    route: "/judge/[id]",
    at: ({ works }) => works.slice(0, 2).map((id) => `/judge/${id}`),
    nowhere: [`/judge/${NO_NODE}`],
  },
  only("/submit"),
  only("/link"),
  only("/status"),
  only("/offline"),
  only("/developers"),
];

/** The routes that web/app really has. */
export function routesOfApp(): string[] {
  const files = globSync("**/page.tsx", { cwd: APP });
  // A folder in parentheses groups pages and is no part of their address.
  const names = files.map((file) => path.dirname(file).replace(/(^|\/)\([^)]*\)/g, ""));
  return names.map((name) => (name === "." || name === "" ? "/" : `/${name.replace(/^\//, "")}`)).sort();
}
