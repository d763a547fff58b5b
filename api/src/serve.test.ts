import { expect } from "chai";
import { createRouter } from "./http/router.ts";
import { serve } from "./serve.ts";

describe("api: serving", () => {
  const LOCAL = { host: "127.0.0.1", port: 0 };
  const app = createRouter();
  app.get("/quick", (c) => c.text("done"));
  app.get("/slow", async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return c.text("done");
  });
  app.get("/endless", () => new Promise<Response>(() => undefined));

  function start() {
    const stopped = new AbortController();
    let ended: Promise<void> = Promise.resolve();
    const url = new Promise<string>((resolve) => {
      ended = serve(app, LOCAL, stopped.signal, (port) => resolve(`http://127.0.0.1:${port}`));
    });
    return { url, ended, stop: () => stopped.abort() };
  }

  it("lets an answer that is under way go out, and then ends", async () => {
    const { url, ended, stop } = start();
    const [at, clock] = [await url, performance.now()];
    const answer = fetch(`${at}/slow`);
    setTimeout(stop, 50);
    expect(await (await answer).text()).to.equal("done");
    await ended;
    expect(performance.now() - clock).to.be.within(190, 1_400);
    expect(await fetch(`${at}/quick`).catch(() => "refused")).to.equal("refused");
  });

  it("cuts off what takes too long", async () => {
    const { url, ended, stop } = start();
    const answer = fetch(`${await url}/endless`).catch(() => "cut off");
    setTimeout(stop, 50);
    await ended;
    expect(await answer).to.equal("cut off");
  });

  it("ends without having begun if it cannot listen", async () => {
    const { signal } = new AbortController();
    const attempt = (options: typeof LOCAL) =>
      serve(app, options, signal, () => undefined).catch(({ code }: NodeJS.ErrnoException) => code);
    expect(await attempt({ host: "256.0.0.1", port: 0 })).to.equal("ENOTFOUND");
    const { url, ended, stop } = start();
    expect(await attempt({ host: "127.0.0.1", port: Number(new URL(await url).port) })).to.equal(
      "EADDRINUSE",
    );
    stop();
    await ended;
  });
});
