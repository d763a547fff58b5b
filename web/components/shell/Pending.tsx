"use client";

import { type ReactNode, Suspense, useState, useSyncExternalStore } from "react";

interface PendingProps {
  /** Stands in while the children are on their way. */
  skeleton: ReactNode;
  children: ReactNode;
}

const never = () => () => undefined;

/**
 * A skeleton when the reader moves inside the app, and none in a document: what arrives by itself is whole, in order, with
 * the right status, and reads without any script, while React's streaming leaves late parts hidden until a script moves
 * them. Which of both it is, is decided when the page is mounted and stays, so that no refresh throws its state away.
 */
export function Pending({ skeleton, children }: PendingProps): ReactNode {
  const isDocument = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [isWhole] = useState(isDocument);
  return isWhole ? children : <Suspense fallback={skeleton}>{children}</Suspense>;
}
