import type { Page } from "playwright-core";
import { PAGES } from "../support/pages.ts";
import type { Samples } from "../support/samples.ts";
import { fillWork } from "../support/submitting.ts";

/** Something to take a picture of. */
export interface Screen {
  /** Of its files, without theme and width. */
  readonly name: string;
  readonly address: string;
  /** What is done on the page first. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Pages of which more than the first sample looks different, by the places of those. */
const SHOWN: Readonly<Record<string, readonly number[]>> = {
  "/contributions/[id]": [0, 1],
  "/contributions/compare": [1],
  "/accounts/[address]": [0, 1, 3],
  "/payments/[flow]/[position]": [1],
  "/governance/[id]": [0, 1],
};

const nameOf = (address: string): string =>
  address === "/" ? "home" : address.slice(1).replace(/[[\]]/g, "").replaceAll("/", "-");

/** What some pages come to a moment after they are there. */
const SETTLED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "/status": (page) => page.getByText(/^Connecting\./).waitFor({ state: "hidden" }),
};

/** The pages as everybody sees them. */
export function openScreens(samples: Samples): Screen[] {
  return PAGES.flatMap(({ route, at }) => {
    const addresses = at(samples);
    return (SHOWN[route] ?? [0]).flatMap((place, nth) => {
      const address = addresses[place];
      return address === undefined
        ? []
        : [
            {
              ...{ name: nth === 0 ? nameOf(route) : `${nameOf(route)}-${nth + 1}`, address },
              ...(SETTLED[route] && { prepare: SETTLED[route] }),
            },
          ];
    });
  });
}

/** What comes to be seen by a click. */
export const OPENED: readonly Screen[] = [
  {
    name: "graph-chosen",
    address: "/graph",
    prepare: async (page) => {
      const first = page.getByRole("table").getByRole("link").first();
      const name = (await first.textContent()) ?? "";
      await first.click();
      await page.getByRole("region", { name }).waitFor();
    },
  },
  {
    name: "ledger-index-verified",
    address: "/ledger/0",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Verify" }).click();
      await page.getByText(/^Proven: leaf/).waitFor();
    },
  },
];

const connected = (address: string): Screen => ({ name: `${nameOf(address)}-connected`, address });

/** The pages that look different to somebody who is connected and has earned. */
export const CONNECTED: readonly Screen[] = [
  {
    ...connected("/submit"),
    prepare: async (page) => {
      await fillWork(page, { title: "A song for the harvest", partner: "github:alice" });
      await page.getByText("About, at the present price of gas.").waitFor();
    },
  },
  ...["/governance", "/governance/new", "/link"].map(connected),
];

/** And to a judge. */
export const SEATED: readonly Screen[] = [connected("/judge")];
