import type { OpenAPIHono } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import { methodNotAllowed } from "hono/method-not-allowed";
import { LIMIT_HEADER, limitCallers, POLICY_HEADER } from "./callers/limitCallers.ts";
import type { Context } from "./context.ts";
import { describeRoutes } from "./contract/describe.ts";
import { graphqlRoutes } from "./graphql/route.ts";
import { cacheAnswers } from "./http/AnswerCache.ts";
import { BLOCK_HEADER, VERIFIED_HEADER } from "./http/answers.ts";
import { compress } from "./http/compress.ts";
import { notFound, ProblemError } from "./http/errors.ts";
import { answerError } from "./http/onError.ts";
import { APPLIED_HEADER } from "./http/prefer.ts";
import { createRouter } from "./http/router.ts";
import { accountRoutes } from "./routes/accounts/route.ts";
import { claimRoutes } from "./routes/claims/route.ts";
import { commonsRoutes } from "./routes/commons/route.ts";
import { constitutionRoutes } from "./routes/constitution/route.ts";
import { contributionRoutes } from "./routes/contributions/route.ts";
import { docsRoutes } from "./routes/docs/route.ts";
import { epochRoutes } from "./routes/epochs/route.ts";
import { eventRoutes } from "./routes/events/route.ts";
import { evidenceRoutes } from "./routes/evidence/route.ts";
import { exportRoutes } from "./routes/exports/route.ts";
import { headRoutes } from "./routes/head/route.ts";
import { healthRoutes } from "./routes/health/route.ts";
import { identityRoutes } from "./routes/identities/route.ts";
import { judgeRoutes } from "./routes/judges/route.ts";
import { ledgerRoutes } from "./routes/ledger/route.ts";
import { networkRoutes } from "./routes/network/route.ts";
import { paymentRoutes } from "./routes/payments/route.ts";
import { proposalRoutes } from "./routes/proposals/route.ts";
import { protocolRoutes } from "./routes/protocol/route.ts";
import { searchRoutes } from "./routes/search/route.ts";
import { seriesRoutes } from "./routes/series/route.ts";

const ROUTES = [
  contributionRoutes,
  accountRoutes,
  identityRoutes,
  claimRoutes,
  epochRoutes,
  protocolRoutes,
  seriesRoutes,
  searchRoutes,
  commonsRoutes,
  constitutionRoutes,
  proposalRoutes,
  ledgerRoutes,
  paymentRoutes,
  eventRoutes,
  evidenceRoutes,
  exportRoutes,
  judgeRoutes,
  headRoutes,
  networkRoutes,
  healthRoutes,
];

/** The gateway as a function from requests to answers. */
export function createApp(context: Context): OpenAPIHono {
  const app = createRouter();
  app.use(compress);
  // Anybody's page may read all of it: nothing here is secret, and no cookie or login means anything to it.
  app.use(
    cors({
      origin: "*",
      allowMethods: ["GET", "HEAD", "POST", "PUT"],
      allowHeaders: ["Content-Type", "If-None-Match", "Last-Event-ID", "Prefer"],
      exposeHeaders: [
        ...[BLOCK_HEADER, VERIFIED_HEADER, "ETag", APPLIED_HEADER],
        ...[POLICY_HEADER, LIMIT_HEADER, "Retry-After"],
      ],
      maxAge: 86_400,
    }),
  );
  app.use(limitCallers(context.callers));
  app.use(async (c, next) => {
    await next();
    // No answer is to be taken for something else than it says, evidence of strangers least of all.
    c.header("X-Content-Type-Options", "nosniff");
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("Allow", methods.join(", "));
        const sentence = `${c.req.path} takes ${methods.join(", ")}, not ${c.req.method}.`;
        return answerError(new ProblemError(405, sentence), c);
      },
    }),
  );
  app.use(cacheAnswers(context.answers));
  for (const routes of ROUTES) app.route("/", routes(context));
  app.route("/", graphqlRoutes(context));
  app.route("/", docsRoutes());
  const description = describeRoutes(app);
  app.get("/openapi.json", (c) => c.json(description));
  app.notFound((c) => answerError(notFound(`There is nothing at ${c.req.path}.`), c));
  app.onError(answerError);
  return app;
}
