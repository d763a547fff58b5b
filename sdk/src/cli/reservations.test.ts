import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { createDeployment } from "../addresses.ts";
import { Direction, Ground } from "../generated/enums.ts";
import { createReservation, hashOfStored } from "../storedReservation.ts";
import { keepReservation, keptReservations } from "./reservations.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const challenger = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const reservation = createReservation({
  chainId: 31_337,
  challenger,
  contribution: `0x01${"ab".repeat(31)}`,
  direction: Direction.Down,
  ground: Ground.Plagiarism,
  reason: "It is mine.",
  salt: `0x${"cd".repeat(32)}`,
});

describe("cli: reservations", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-reservations-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const found = () => keptReservations(folder, deployment, challenger);

  it("are kept under their hashes, for their owner only, and found again", () => {
    expect(found()).to.deep.equal([]);
    const again = { ...reservation, salt: `0x${"ce".repeat(32)}` } as const;
    const file = keepReservation(folder, deployment, reservation);
    keepReservation(folder, deployment, again);
    expect(path.basename(file)).to.equal(`${hashOfStored(deployment, reservation)}.json`);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).to.equal(0o700);
    expect(found()).to.have.deep.members([reservation, again]);
  });

  it("are not looked for in what is none", () => {
    const file = keepReservation(folder, deployment, reservation);
    writeFileSync(path.join(path.dirname(file), "broken.json"), "{}");
    writeFileSync(path.join(path.dirname(file), "half.json"), '{"chainId": 31');
    writeFileSync(path.join(path.dirname(file), "notes.txt"), "mine");
    expect(found()).to.deep.equal([reservation]);
  });

  it("are of one account, one chain and one deployment", () => {
    keepReservation(folder, deployment, { ...reservation, chainId: 1 });
    const other = {
      chainId: 31_337,
      genesis: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
      block: 0,
    } as const;
    keepReservation(folder, createDeployment(other), reservation);
    keepReservation(folder, deployment, {
      ...reservation,
      challenger: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
    });
    expect(found()).to.deep.equal([]);
  });
});
