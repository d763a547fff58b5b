import { expect } from "chai";
import { PROBLEM_JSON, problemSchema } from "../http/problem.ts";
import { useApi } from "../testing/api.ts";
import { readNetworks } from "./addresses.ts";

const REQUESTS = 8;
const CLAIMS = 2;
const STREAMS = 2;

describe("api: what one caller may ask for", () => {
  const api = useApi({
    callers: {
      proxies: readNetworks(["127.0.0.1"]),
      unlimited: readNetworks(["192.0.2.0/24"]),
      requestsPerSecond: REQUESTS,
      claimsPerHour: CLAIMS,
      streams: STREAMS,
    },
  });
  let server: Awaited<ReturnType<ReturnType<typeof api>["listen"]>>;
  let callers = 0;

  before(async () => {
    server = await api().listen();
  });
  after(() => server.stop());

  const ask = (caller: string, path = "/v1/head", init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { ...init, headers: { ...init.headers, "X-Forwarded-For": caller } });
  const somebody = () => `203.0.113.${++callers}`;
  const standing = ({ headers }: Response) => [headers.get("ratelimit-policy"), headers.get("ratelimit")];

  async function refusal(response: Response) {
    expect(response.status).to.equal(429);
    expect(response.headers.get("content-type")).to.equal(PROBLEM_JSON);
    expect(Number(response.headers.get("retry-after"))).to.be.within(1, 3_600);
    // A page of somebody else's can read why, and what is left.
    expect(response.headers.get("access-control-allow-origin")).to.equal("*");
    expect(response.headers.get("access-control-expose-headers")).to.include("RateLimit,Retry-After");
    return problemSchema.parse(await response.json());
  }

  it("is so many requests a second, which each answer says, and what is left of them", async () => {
    const caller = somebody();
    const answers = await Promise.all(Array.from({ length: REQUESTS }, () => ask(caller)));
    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 200));
    expect(new Set(answers.map((each) => standing(each)[1])).size).to.equal(REQUESTS);
    expect(standing(answers[0] ?? Response.error())[0]).to.equal('"requests";q=8;w=1');
    const refused = await ask(caller);
    expect(standing(refused)).to.deep.equal(['"requests";q=8;w=1', '"requests";r=0;t=1']);
    expect(await refusal(refused)).to.deep.equal({
      type: "https://iana.org/assignments/http-problem-types#quota-exceeded",
      title: "Too Many Requests",
      status: 429,
      detail: "This address may make 8 requests a second.",
      "violated-policies": ["requests"],
    });
    // Others are not held up, nor is this one a second later.
    expect((await ask(somebody())).status).to.equal(200);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await ask(caller)).status).to.equal(200);
  });

  it("counts what there is not, and what is refused, as well", async () => {
    const caller = somebody();
    for (const path of ["/v1/nothing", "/v1/contributions?limit=0", "/graphql?query=%7B"])
      await ask(caller, path);
    expect(standing(await ask(caller))[1]).to.match(/r=4;/);
  });

  it("is nothing to those whom the operator leaves alone, nor to probes", async () => {
    const answers = await Promise.all(Array.from({ length: 3 * REQUESTS }, () => ask("192.0.2.1")));
    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 200));
    const caller = somebody();
    const probes = Array.from({ length: 3 * REQUESTS }, () => ask(caller, "/health/live"));
    for (const probe of [...answers, ...(await Promise.all(probes))])
      expect(standing(probe)).to.deep.equal([null, null]);
  });

  it("is so many streams at a time, each until it is closed", async () => {
    const caller = somebody();
    const stop = new AbortController();
    const live = {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/*" },
      body: JSON.stringify({ query: "subscription { live { block { number } } }" }),
    };
    const events = await ask(caller, "/v1/events?topic=head", { signal: stop.signal });
    expect(standing(events)).to.deep.equal([
      '"requests";q=8;w=1, "streams";q=2;qu="concurrent-requests"',
      '"requests";r=7;t=1, "streams";r=1',
    ]);
    const answers = await ask(caller, "/graphql", { ...live, signal: stop.signal });
    expect([events.status, answers.status]).to.deep.equal([200, 200]);
    for (const path of ["/v1/events?topic=head", "/v1/exports/epochs"]) {
      const { detail, "violated-policies": policies } = await refusal(await ask(caller, path));
      expect(policies).to.deep.equal(["streams"]);
      expect(detail).to.equal("This address may have 2 streams and exports open at a time.");
    }
    expect((await ask(caller)).status).to.equal(200);
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    // An export has ended with its last line.
    for (let i = 0; i < 2 * STREAMS; i += 1) {
      const list = await ask(caller, "/v1/exports/epochs");
      expect([list.status, (await list.text()).length > 0]).to.deep.equal([200, true]);
    }
  });

  it("is so many claims an hour", async () => {
    const caller = somebody();
    const claim = () => ask(caller, "/v1/claims", { method: "POST", body: "{}" });
    for (let i = 0; i < CLAIMS; i += 1) expect((await claim()).status).to.equal(422);
    const refused = await claim();
    expect(standing(refused)[0]).to.equal('"requests";q=8;w=1, "claims";q=2;w=3600');
    expect(await refusal(refused)).to.include({ detail: "This address may leave 2 claims an hour." });
    // Reading them is no claim.
    expect((await ask(caller, `/v1/claims?identity=0x02${"0".repeat(62)}`)).status).to.equal(200);
  });

  it("is described of every operation but the probes", async () => {
    const { paths } = await (await api().fetch("/openapi.json")).json();
    expect(paths["/v1/head"].get.responses).to.have.nested.property("429.headers.Retry-After");
    expect(paths["/v1/claims"].post.responses).to.have.property("429");
    expect(paths["/health/live"].get.responses).to.not.have.property("429");
  });
});
