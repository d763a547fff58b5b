"use client";

import type { ReactNode } from "react";
import type { ListQuery } from "../query.ts";
import { useGoing } from "./goingOn.ts";

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
  const going = useGoing(props.address);
  return going.status === "on" && <going.code.Rows {...props} />;
}
