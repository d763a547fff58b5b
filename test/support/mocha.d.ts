import "mocha";

declare module "mocha" {
  interface Context {
    /**
     * Leaves the test out unless the machine has what it needs, and says how to enable it. CI has to have everything:
     * there the test fails instead.
     */
    needs(present: boolean, howToEnable: string): void;
  }
}
