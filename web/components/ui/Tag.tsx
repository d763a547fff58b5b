import type { ReactNode } from "react";
import { nodeAddress, shortHex } from "#lib/format/hex.ts";
import { Avatar } from "./Avatar.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { Link } from "./Link.tsx";

interface TagLook {
  /** Whether there is a button that copies the whole of it. */
  copy?: boolean;
  size?: number;
}

export function AddressTag({ address, copy = false, size = 20 }: TagLook & { address: string }): ReactNode {
  return (
    <TagFrame href={`/accounts/${address}`} text={address} copy={copy}>
      <Avatar of={address.toLowerCase()} size={size} />
    </TagFrame>
  );
}

/** Anything that can hold a balance, by the first byte of its node. */
export function NodeTag({ node, copy = false, size = 20 }: TagLook & { node: string }): ReactNode {
  const address = nodeAddress(node);
  if (address !== undefined) return <AddressTag address={address} copy={copy} size={size} />;
  const isContribution = node.startsWith("0x01");
  return (
    <TagFrame href={`/${isContribution ? "contributions" : "identities"}/${node}`} text={node} copy={copy}>
      <Avatar of={node} shape={isContribution ? "diamond" : "square"} size={size} />
    </TagFrame>
  );
}

interface TagFrameProps {
  href: string;
  text: string;
  copy: boolean;
  children: ReactNode;
}

function TagFrame({ href, text, copy, children }: TagFrameProps): ReactNode {
  return (
    <span className="inline-flex max-w-full items-center gap-1 align-middle">
      <Link
        href={href}
        title={text}
        className="figure inline-flex items-center gap-2 whitespace-nowrap text-ink text-sm hover:text-accent hover:underline"
      >
        {children}
        {shortHex(text)}
      </Link>
      {copy && <CopyButton text={text} />}
    </span>
  );
}
