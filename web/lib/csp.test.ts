import { expect } from "chai";
import { readApiUrls } from "./config.ts";
import { contentSecurityPolicy } from "./csp.ts";

describe("the content security policy", () => {
  it("lets scripts run by nonce alone, and nothing evaluate", () => {
    const policy = contentSecurityPolicy("abc", "https://api.example", false);
    expect(policy).include("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.include("unsafe-eval");
  });

  it("lets connections go without TLS only where the API has none", () => {
    expect(contentSecurityPolicy("abc", "https://api.example", false)).include(
      "connect-src 'self' https: wss:;",
    );
    expect(contentSecurityPolicy("abc", "http://127.0.0.1:18547", false)).include(" http: ws:;");
  });
});

describe("the configuration", () => {
  it("has one address of the API for servers and browsers, unless there are two", () => {
    expect(readApiUrls({ AZORA_API_URL: "http://api" })).deep.equal({
      server: "http://api",
      browser: "http://api",
    });
    const two = { AZORA_API_URL: "http://api", AZORA_PUBLIC_API_URL: "https://api.example" };
    expect(readApiUrls(two)).deep.equal({ server: "http://api", browser: "https://api.example" });
    expect(readApiUrls({}).server).match(/^http:\/\/127\.0\.0\.1:/);
  });
});
