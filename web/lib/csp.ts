/**
 * The content security policy of a page. Scripts run only with this response's nonce, or when such a script loads them.
 * Connections are open, since readers may check the chain through any node of their own, and wallets bring theirs; to
 * addresses without TLS only where the API has none either, which is a local network.
 */
export function contentSecurityPolicy(nonce: string, apiUrl: string, isDevelopment: boolean): string {
  const plain = new URL(apiUrl).protocol === "http:" ? ["http:", "ws:"] : [];
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    // React's development build evaluates code to show stacks of the server.
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    // RainbowKit and charts set styles inline. They cannot run anything.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", "https:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", "https:", "wss:", ...plain],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
