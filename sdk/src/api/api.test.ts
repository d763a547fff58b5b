import { expect } from "chai";
import { ApiProblem, createApi, unwrap } from "./index.ts";

const BLOCK = { number: 7, hash: `0x${"a".repeat(64)}`, timestamp: 1_700_000_000 };

describe("the gateway's client", () => {
  const asked: string[] = [];
  const answering = (status: number, body: unknown, statusText = "") =>
    createApi("http://api", {
      fetch: async (request) => {
        asked.push(`${request.method} ${request.url}`);
        const text = typeof body === "string" ? body : JSON.stringify(body);
        return new Response(text, { status, statusText, headers: { "Content-Type": "application/json" } });
      },
    });

  it("asks the path with its parameters, and gives what the route answers", async () => {
    const api = answering(200, { block: BLOCK });
    const { block } = await unwrap(api.GET("/v1/head", { params: { query: { minBlock: 7 } } }));
    expect(block).to.deep.equal(BLOCK);
    expect(asked.at(-1)).to.equal("GET http://api/v1/head?minBlock=7");
    await unwrap(api.GET("/v1/contributions/{id}", { params: { path: { id: BLOCK.hash } } }));
    expect(asked.at(-1)).to.equal(`GET http://api/v1/contributions/${BLOCK.hash}`);
  });

  it("throws a refusal in the gateway's own words", async () => {
    const problem = { type: "about:blank", title: "Not Found", status: 404, detail: "No such thing." };
    const error = await unwrap(answering(404, problem).GET("/v1/head")).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(ApiProblem);
    expect(error).to.deep.include({ message: "No such thing.", status: 404, problem });
  });

  it("makes a sentence for what something else between the two answered", async () => {
    const error = await unwrap(answering(502, "<html>", "Bad Gateway").GET("/v1/head")).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(ApiProblem);
    expect(error).to.include({ message: "The gateway answered 502 Bad Gateway.", status: 502 });
  });
});
