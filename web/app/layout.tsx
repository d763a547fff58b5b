import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Announcer } from "#components/shell/Announcer.tsx";
import { Connection } from "#components/shell/Connection.tsx";
import { CopyLayer } from "#components/shell/CopyLayer.tsx";
import { FocusKeeper } from "#components/shell/FocusKeeper.tsx";
import { Footer } from "#components/shell/Footer.tsx";
import { Header } from "#components/shell/Header.tsx";
import { Live } from "#components/shell/Live.tsx";
import { TipLayer } from "#components/shell/TipLayer.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { readHead, readNetwork } from "#lib/api/read.ts";
import { AppProvider } from "#lib/app/AppProvider.tsx";
import { readApiUrls } from "#lib/config.ts";
import { group } from "#lib/format/amount.ts";
import { parseTheme, THEME_COOKIE } from "#lib/theme.ts";
import { getStrings } from "#strings/server.ts";
import "#styles/globals.css";

const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  // A page that was painted in the system's own font keeps it: nothing jumps when this one comes, and the next page has it.
  display: "optional",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getStrings();
  return {
    title: { default: t.common.appName, template: `%s · ${t.common.appName}` },
    description: t.common.description,
    applicationName: t.common.appName,
    appleWebApp: { capable: true, title: t.common.appName, statusBarStyle: "default" },
    icons: { apple: "/icons/apple.png" },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1216" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [t, jar, network, block] = await Promise.all([getStrings(), cookies(), readNetwork(), readHead()]);
  const apiUrl = readApiUrls().browser;
  return (
    <html
      lang={t.language.tag}
      className={inter.variable}
      data-theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
    >
      <body className="flex min-h-dvh flex-col font-sans antialiased">
        <AppProvider app={{ apiUrl, network: network ?? null, language: t.language.tag, words: t.client }}>
          <a
            href="#content"
            className="-translate-y-20 absolute top-2 left-2 z-30 rounded-control bg-ink px-4 py-2 text-canvas focus:translate-y-0"
          >
            {t.shell.skip}
          </a>
          <Header isPractice={network?.local === true} />
          <Connection
            offline={
              <Notice tone="warning">
                {block === undefined ? t.shell.noConnectionAtAll : t.shell.noConnection(group(block.number))}
              </Notice>
            }
          />
          <Live block={block?.number} stale={<Notice tone="warning">{t.shell.stale}</Notice>} />
          <main id="content" tabIndex={-1} className="page flex-1 pt-8 outline-none">
            {children}
          </main>
          <Footer block={block}>
            <TipLayer />
          </Footer>
          <CopyLayer />
          <Announcer />
          <FocusKeeper />
        </AppProvider>
      </body>
    </html>
  );
}
