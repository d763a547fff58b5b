import type { MetadataRoute } from "next";
import { icons } from "#lib/app/icons.ts";
import { getStrings } from "#strings/server.ts";

/** What makes it an app on phones and desktops, and lets other apps share what somebody made. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getStrings();
  return {
    id: "/",
    name: t.common.appName,
    short_name: t.common.appName,
    description: t.common.description,
    start_url: "/",
    display: "standalone",
    background_color: "#fbfaf8",
    theme_color: "#fbfaf8",
    lang: t.language.tag,
    categories: ["finance", "productivity"],
    icons: Object.entries(icons).map(([name, { size, background }]) => ({
      src: `/icons/${name}`,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose: background === undefined ? "any" : "maskable",
    })),
    shortcuts: [
      { name: t.shell.nav.submit, url: "/submit" },
      { name: t.shell.nav.judge, url: "/judge" },
    ],
    share_target: {
      action: "/submit",
      method: "GET",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}
