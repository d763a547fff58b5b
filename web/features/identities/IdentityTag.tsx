import { type ReactNode, Suspense } from "react";
import { NodeTag } from "#components/ui/Tag.tsx";
import { readName } from "./readName.ts";

/** An identity by what it is called, which may come a little after the page: nothing waits for it. */
export function IdentityTag({ node }: { node: string }): ReactNode {
  return (
    <Suspense fallback={<NodeTag node={node} />}>
      <Named node={node} />
    </Suspense>
  );
}

async function Named({ node }: { node: string }): Promise<ReactNode> {
  const name = await readName(node).catch(() => undefined);
  return <NodeTag node={node} name={name} />;
}
