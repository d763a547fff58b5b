import { LANGUAGE_COOKIE } from "#strings/choose.ts";
import { parseLanguage } from "#strings/language.ts";

const YEAR_SECONDS = 31_536_000;

/** Keeps the language that the form of the footer names, and leads back to the page that it was sent from. */
export async function POST(request: Request): Promise<Response> {
  // Another site has no say in it. Browsers that do not tell are believed: nothing is at stake but words.
  if (request.headers.get("sec-fetch-site") === "cross-site") return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => undefined);
  const language = parseLanguage(form?.get("language")?.toString());
  if (language === undefined) return new Response(null, { status: 400 });
  const secure = new URL(request.url).protocol === "https:" ? "; secure" : "";
  return new Response(null, {
    status: 303,
    headers: {
      Location: pathOf(request.headers.get("referer")),
      "Set-Cookie": `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax; httponly${secure}`,
      "Cache-Control": "no-store",
    },
  });
}

/** The page's address inside this site, whatever else stands in it. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  // Two slashes at the beginning would name another site.
  return pathname.replace(/^\/+/, "/") + search;
}
