"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { GraphQuery } from "../model/query.ts";
import type { PictureWords } from "./words.ts";

/** The picture and what draws it come after the page, which has the same in words. */
const GraphPicture = dynamic(() => import("./GraphPicture.tsx").then((module) => module.GraphPicture), {
  ssr: false,
  loading: () => <Skeleton className="h-full rounded-none" />,
});

interface PictureLoaderProps {
  query: GraphQuery;
  version: string;
  words: PictureWords;
}

export function PictureLoader(props: PictureLoaderProps): ReactNode {
  return <GraphPicture {...props} />;
}
