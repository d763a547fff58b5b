"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { ListQuery } from "../query.ts";
import { useGoesOn } from "./goingOn.ts";

/** With the words of its rows and what asks the API: whoever reads the first rows only does not load it. */
const Rows = dynamic(() => import("./Rows.tsx").then((module) => module.Rows), { ssr: false });

export interface MoreWorksProps {
  /** Of the list. */
  address: string;
  query: ListQuery;
  /** Where the page's own rows end. */
  head: string;
  /** The time of the block that the page shows. */
  now: number;
}

/** The rows after those of the page, once somebody wants them. */
export function MoreWorks(props: MoreWorksProps): ReactNode {
  return useGoesOn(props.address) && <Rows {...props} />;
}
