import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";

/**
 * A link inside the app. Every page is rendered from the latest block when it is asked for, and the open one again with
 * each block: what was fetched ahead would be stale, and fetched again for every link in sight.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">): ReactNode {
  return <NextLink {...props} prefetch={false} />;
}
