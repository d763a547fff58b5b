import { Command } from "commander";
import type { App } from "./app.ts";
import { addAuditDeployment } from "./commands/auditDeployment.ts";
import { addChallenge } from "./commands/challenge.ts";
import { addCritique } from "./commands/critique.ts";
import { addDelegate } from "./commands/delegate.ts";
import { addGuardian } from "./commands/guardian.ts";
import { addImport } from "./commands/import.ts";
import { addJudge } from "./commands/judge.ts";
import { addLink } from "./commands/link.ts";
import { addPass } from "./commands/pass.ts";
import { addProposals } from "./commands/proposals.ts";
import { addPropose } from "./commands/propose.ts";
import { addProve } from "./commands/prove.ts";
import { addRegister } from "./commands/register.ts";
import { addReward } from "./commands/reward.ts";
import { addSeat } from "./commands/seat.ts";
import { addStatus } from "./commands/status.ts";
import { addVerify } from "./commands/verify.ts";
import { addVote } from "./commands/vote.ts";
import { addWithdraw } from "./commands/withdraw.ts";
import { addGlobals } from "./globals.ts";

const EPILOGUE = `
Exit codes: 0 done, 1 a check failed or the protocol refused, 2 typed wrongly, 3 no chain, 130 interrupted.
Environment: AZORA_NETWORK, AZORA_PRIVATE_KEY, AZORA_DEBUG=1 (stack traces). See docs/cli.md.`;

/** The whole command line. Nothing runs until it is parsed. */
export function createProgram(app: App): Command {
  const program = new Command("azora");
  program
    .description(
      "Speaks with Azora: registers, judges, challenges, links, rewards, votes, proves and withdraws.",
    )
    .version("0.1.0")
    .helpCommand(false)
    .addHelpText("after", EPILOGUE)
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => app.stdout.write(text),
      writeErr: (text) => app.stderr.write(text),
      outputError: (text, write) => write(sentence(text)),
    })
    .exitOverride();
  addGlobals(program);
  for (const add of [
    addImport,
    addVerify,
    addRegister,
    addJudge,
    addSeat,
    addChallenge,
    addStatus,
    addLink,
    addReward,
    addWithdraw,
    addDelegate,
    addPropose,
    addProposals,
    addVote,
    addPass,
    addCritique,
    addGuardian,
    addProve,
    addAuditDeployment,
  ]) {
    add(program, app);
  }
  return program;
}

/** commander's `error: unknown option '--x'`, as people write. */
function sentence(text: string): string {
  const [first = "", ...rest] = text
    .replace(/^error: /, "")
    .trim()
    .split("\n");
  const whole = `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!)]$/.test(first) ? "" : "."}`;
  return `${[whole, ...rest].join("\n")}\n`;
}
