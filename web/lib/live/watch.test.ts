import { expect } from "chai";
import { watch } from "./watch.ts";

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("watching", () => {
  it("asks again and again, and tells failures as undefined", async () => {
    const answers: (number | undefined)[] = [];
    let asked = 0;
    const end = watch(
      new Page(),
      async () => {
        asked += 1;
        if (asked === 2) throw new Error("away");
        return asked;
      },
      (answer) => answers.push(answer),
      1,
    );
    while (answers.length < 3) await wait(1);
    end();
    expect(answers.slice(0, 3)).deep.equal([1, undefined, 3]);
  });

  it("asks for nothing while nobody looks, and at once when somebody does", async () => {
    const page = new Page();
    let asked = 0;
    const end = watch(
      page,
      async () => {
        asked += 1;
      },
      () => undefined,
      5,
    );
    page.turn("hidden");
    await wait(25);
    expect(asked).equal(0);
    page.turn("visible");
    await wait(0);
    expect(asked).equal(1);
    end();
  });

  it("goes on when an answer came while nobody looked", async () => {
    const page = new Page();
    let [asked, told] = [0, 0];
    const end = watch(
      page,
      async () => {
        asked += 1;
        page.turn("hidden");
      },
      () => {
        told += 1;
      },
      1,
    );
    while (told === 0) await wait(1);
    page.turn("visible");
    await wait(0);
    expect(asked).equal(2);
    end();
  });

  it("is over when it is ended, whatever is on its way", async () => {
    let [asked, told] = [0, 0];
    let arrive: (() => void) | undefined;
    const end = watch(
      new Page(),
      (signal) => {
        asked += 1;
        signal.addEventListener("abort", () => arrive?.());
        return new Promise<void>((resolve) => {
          arrive = resolve;
        });
      },
      () => {
        told += 1;
      },
      1,
    );
    while (asked === 0) await wait(1);
    end();
    await wait(10);
    expect([asked, told]).deep.equal([1, 0]);
  });
});
