"use client";

import type { ReactNode } from "react";
import { avatarOf } from "#lib/avatar.ts";

interface AvatarProps {
  /** An address or a node. */
  of: string;
  /** Accounts are round, identities have corners, contributions are diamonds. */
  shape?: Shape;
  size?: number;
}

type Shape = "round" | "square" | "diamond";

/** A square on its corner is as wide as its diagonal, so it is made smaller by that. */
const CUT: Readonly<Record<Shape, string>> = {
  round: "rounded-full",
  square: "rounded-[25%]",
  diamond: "rotate-45 scale-[0.72] rounded-[22%]",
};

/**
 * Drawn here from the name alone: nobody is asked for a picture, and nobody learns who was looked at. In the browser, for a
 * list has dozens, and a name is a tenth of a drawing.
 */
export function Avatar({ of, shape = "round", size = 20 }: AvatarProps): ReactNode {
  const { background, shapes } = avatarOf(of);
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      className={`shrink-0 ${CUT[shape]}`}
      style={{ background }}
    >
      {shapes.map(({ x, y, radius, color }) => (
        <circle key={color} cx={x} cy={y} r={radius} fill={color} />
      ))}
    </svg>
  );
}
