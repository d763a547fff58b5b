import { expect } from "chai";
import { readNetworks } from "./callers/addresses.ts";
import { ConfigError, readConfig } from "./config.ts";

describe("api: configuration", () => {
  const GIVEN = { AZORA_NETWORK: "network.json", DATABASE_URL: "postgres://a:b@localhost/c", PORT: "8080" };

  it("needs a network, a database and a port, and has standards for the rest", () => {
    expect(readConfig(GIVEN)).to.deep.equal({
      networkFile: "network.json",
      databaseUrl: GIVEN.DATABASE_URL,
      schemas: { index: "azora", api: "azora_api" },
      host: "127.0.0.1",
      port: 8080,
      publicRpcUrl: undefined,
      streams: 5_000,
      answerBytes: 32 * 2 ** 20,
      callers: {
        proxies: readNetworks([]),
        unlimited: readNetworks(["127.0.0.0/8", "::1"]),
        requestsPerSecond: 100,
        streams: 100,
        claimsPerHour: 60,
      },
      evidence: { totalBytes: 256 * 2 ** 20, retention: 86_400 },
    });
  });

  it("takes what is given, and an empty value as none", () => {
    const config = readConfig({
      ...GIVEN,
      INDEX_SCHEMA: "views_2",
      HOST: "0.0.0.0",
      API_SCHEMA: "",
      AZORA_EVIDENCE_TOTAL: "5",
      AZORA_EVIDENCE_HOURS: "0.5",
      AZORA_PUBLIC_RPC_URL: "https://rpc.example.org",
      AZORA_PROXIES: "10.0.0.0/8, fd00::1",
      AZORA_UNLIMITED: "none",
      AZORA_CALLER_REQUESTS: "7",
    });
    const { proxies, unlimited, requestsPerSecond } = config.callers;
    expect([proxies.check("10.1.2.3"), proxies.check("fd00::1", "ipv6")]).to.deep.equal([true, true]);
    expect([unlimited.check("127.0.0.1"), requestsPerSecond]).to.deep.equal([false, 7]);
    expect(config).to.deep.include({
      schemas: { index: "views_2", api: "azora_api" },
      host: "0.0.0.0",
      publicRpcUrl: "https://rpc.example.org",
      evidence: { totalBytes: 5, retention: 1_800 },
    });
  });

  it("has one role for all: whoever owns the API's tables changes them", () => {
    const other = { ...GIVEN, AZORA_MIGRATION_URL: "postgresql://owner@db/c" };
    expect(readConfig(other)).to.deep.equal(readConfig(GIVEN));
  });

  it("says what is wrong or missing, all at once, and never a password", () => {
    const sentenceOf = (environment: Record<string, string>) => {
      try {
        readConfig(environment);
        return "";
      } catch (error) {
        expect(error).to.be.instanceOf(ConfigError);
        return error instanceof Error ? error.message : "";
      }
    };
    expect(sentenceOf({})).to.match(/AZORA_NETWORK: .*; DATABASE_URL: .*; PORT: must be a port/);
    expect(sentenceOf({ ...GIVEN, PORT: "99999" })).to.match(/^The environment does not fit\. PORT: /);
    expect(sentenceOf({ ...GIVEN, DATABASE_URL: "mysql://u:secret@h/d" })).to.match(
      /begins with postgres:\/\/\.$/,
    );
    expect(sentenceOf({ ...GIVEN, DATABASE_URL: "mysql://u:secret@h/d" })).to.not.match(/secret/);
    expect(sentenceOf({ ...GIVEN, API_SCHEMA: "a; DROP SCHEMA azora" })).to.match(
      /API_SCHEMA: must be a plain/,
    );
    expect(sentenceOf({ ...GIVEN, AZORA_PROXIES: "10.0.0.0/8,proxy" })).to.include(
      "AZORA_PROXIES: proxy is no address and no network",
    );
    expect(sentenceOf({ ...GIVEN, AZORA_EVIDENCE_TOTAL: "-1" })).to.match(/AZORA_EVIDENCE_TOTAL/);
    expect(sentenceOf({ ...GIVEN, AZORA_PUBLIC_RPC_URL: "rpc" })).to.match(/AZORA_PUBLIC_RPC_URL/);
  });
});
