import { type NextRequest, NextResponse } from "next/server";
import { readApiUrls } from "#lib/config.ts";
import { contentSecurityPolicy } from "#lib/csp.ts";
import { chooseLanguage, LANGUAGE_COOKIE } from "#strings/choose.ts";

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
};

/** Gives every page its security headers, and says its language. Next finds the nonce in the request's policy and puts it on its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, readApiUrls().browser, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  // The same address is read in several languages. No cache may keep one for another reader: Next forbids it to all pages.
  const chosen = request.cookies.get(LANGUAGE_COOKIE)?.value;
  response.headers.set("Content-Language", chooseLanguage(chosen, request.headers.get("accept-language")));
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg).*)"] };
