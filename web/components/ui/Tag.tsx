import type { ReactNode } from "react";
import { isContribution, nodeAddress, shortHex } from "#lib/format/hex.ts";
import { AccountName } from "./AccountName.tsx";
import { Avatar } from "./Avatar.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { Link } from "./Link.tsx";

interface TagLook {
  /** Whether there is a button that copies the whole of it. */
  copy?: boolean;
  size?: number;
  /** What it is called, if that is known; else its beginning and end are shown. */
  name?: string | undefined;
}

export function AddressTag({
  address,
  copy = false,
  size = 20,
  name,
}: TagLook & { address: string }): ReactNode {
  return (
    <TagFrame
      href={`/accounts/${address}`}
      text={address}
      name={name}
      short={<AccountName address={address} />}
      copy={copy}
    >
      <Avatar of={address.toLowerCase()} size={size} />
    </TagFrame>
  );
}

/** Anything that can hold a balance, by the first byte of its node. */
export function NodeTag({ node, copy = false, size = 20, name }: TagLook & { node: string }): ReactNode {
  const address = nodeAddress(node);
  if (address !== undefined) return <AddressTag address={address} copy={copy} size={size} name={name} />;
  const isWork = isContribution(node);
  return (
    <TagFrame
      href={`/${isWork ? "contributions" : "identities"}/${node}`}
      text={node}
      name={name}
      short={shortHex(node)}
      copy={copy}
    >
      <Avatar of={node} shape={isWork ? "diamond" : "square"} size={size} />
    </TagFrame>
  );
}

interface TagFrameProps {
  href: string;
  text: string;
  name: string | undefined;
  /** What is shown without a name. */
  short: ReactNode;
  copy: boolean;
  children: ReactNode;
}

function TagFrame({ href, text, name, short, copy, children }: TagFrameProps): ReactNode {
  return (
    <span className="inline-flex max-w-full items-center gap-1 align-middle">
      <Link
        href={href}
        title={text}
        className="figure inline-flex min-w-0 items-center gap-2 text-ink text-sm hover:text-accent hover:underline"
      >
        {children}
        <span className={name === undefined ? "whitespace-nowrap" : "line-clamp-2 [overflow-wrap:anywhere]"}>
          {name ?? short}
        </span>
      </Link>
      {copy && <CopyButton text={text} />}
    </span>
  );
}
