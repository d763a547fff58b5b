import { constants } from "@azora/sdk";
import type { Hex } from "viem";
import { type Ballot, type BareRound, panelKey, readPanels } from "../../routes/contributions/rounds.ts";
import { builder } from "../builder.ts";

/** A work's id comes first in the key of a panel. */
const KEY = 66;

const BallotType = builder.objectRef<Ballot>("Ballot").implement({
  description: "A judge's place on a panel, and the vote from there.",
  fields: (t) => ({
    validator: t.expose("validator", { type: "Address" }),
    position: t.exposeInt("position"),
    seat: t.exposeInt("seat"),
    commitment: t.expose("commitment", { type: "Bytes32", nullable: true }),
    committedAt: t.expose("committedAt", { type: "Long", nullable: true }),
    level: t.exposeInt("level", { nullable: true }),
    rationaleHash: t.expose("rationaleHash", { type: "Bytes32", nullable: true }),
    revealedAt: t.expose("revealedAt", { type: "Long", nullable: true }),
    leakedAt: t.expose("leakedAt", {
      type: "Long",
      nullable: true,
      description: "When it was proven to have leaked, which voids it.",
    }),
  }),
});

export const RoundType = builder.objectRef<BareRound>("Round").implement({
  fields: (t) => ({
    round: t.exposeInt("round"),
    armedAt: t.expose("armedAt", { type: "Long", description: "Block of the arming." }),
    drawBlock: t.expose("drawBlock", { type: "Long" }),
    rearmReason: t.exposeString("rearmReason", { nullable: true }),
    drawnAt: t.expose("drawnAt", { type: "Long", nullable: true }),
    commitEnd: t.expose("commitEnd", { type: "Long", nullable: true }),
    revealEnd: t.expose("revealEnd", { type: "Long", nullable: true }),
    scoredAt: t.expose("scoredAt", { type: "Long", nullable: true }),
    level: t.exposeInt("level", { nullable: true }),
    votes: t.exposeIntList("votes", { nullable: true, description: "The levels voted for, ascending." }),
    panelSize: t.exposeInt("panelSize"),
    ballots: t.loadableList({
      type: BallotType,
      extensions: { size: constants.PanelLib.MAX_SIZE },
      resolve: panelKey,
      load: (keys: string[], { ask }) =>
        ask(async ({ db }) => {
          const works = [...new Set(keys.map((key) => key.slice(0, KEY) as Hex))];
          const panels = await readPanels(db, { works });
          return keys.map((key) => panels.get(key) ?? []);
        }),
    }),
  }),
});
