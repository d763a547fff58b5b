import { type ReactNode, useId } from "react";
import { avatarOf } from "#lib/avatar.ts";

interface AvatarProps {
  /** An address or a node. */
  of: string;
  /** Accounts are round, identities have corners, contributions are diamonds. */
  shape?: "round" | "square" | "diamond";
  size?: number;
}

/** Drawn here from the name alone: nobody is asked for a picture, and nobody learns who was looked at. */
export function Avatar({ of, shape = "round", size = 20 }: AvatarProps): ReactNode {
  const id = useId();
  const { background, shapes } = avatarOf(of);
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
      <clipPath id={id}>
        {shape === "round" && <circle cx="16" cy="16" r="16" />}
        {shape === "square" && <rect width="32" height="32" rx="8" />}
        {shape === "diamond" && (
          <rect x="4.5" y="4.5" width="23" height="23" rx="5" transform="rotate(45 16 16)" />
        )}
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <rect width="32" height="32" fill={background} />
        {shapes.map(({ x, y, radius, color }) => (
          <circle key={color} cx={x} cy={y} r={radius} fill={color} />
        ))}
      </g>
    </svg>
  );
}
