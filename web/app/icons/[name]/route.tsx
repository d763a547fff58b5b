import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import { icons } from "#lib/app/icons.ts";

// Pictures of the one drawing, made when the app is built.

export const dynamic = "force-static";
export const dynamicParams = false;

/** Part of the side that any shape cut out of the square leaves: https://w3c.github.io/manifest/#icon-masks, and some air. */
const SAFE = 0.6;

export const generateStaticParams = () => Object.keys(icons).map((name) => ({ name }));

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const icon = icons[name];
  if (icon === undefined) return new Response(null, { status: 404 });
  const { size, background } = icon;
  const drawing = await readFile(path.join(process.cwd(), "app/icon.svg"), "base64");
  const side = background === undefined ? size : Math.round(size * SAFE);
  return new ImageResponse(
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        alignItems: "center",
        justifyContent: "center",
        ...(background !== undefined && { background }),
      }}
    >
      <div
        style={{
          width: side,
          height: side,
          backgroundImage: `url(data:image/svg+xml;base64,${drawing})`,
          backgroundSize: "100% 100%",
        }}
      />
    </div>,
    { width: size, height: size },
  );
}
