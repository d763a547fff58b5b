/** Where `npm start` puts the API. */
const DEFAULT_API_URL = "http://127.0.0.1:18547";

export interface ApiUrls {
  /** For this server. */
  server: string;
  /** For browsers, which may know the API by another name than the machines beside it. */
  browser: string;
}

/** Read when a request comes, not when the app is built: one build serves any deployment. */
export function readApiUrls(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ApiUrls {
  const server = environment.AZORA_API_URL || DEFAULT_API_URL;
  return { server, browser: environment.AZORA_PUBLIC_API_URL || server };
}
