"use client";

import type { ReactNode } from "react";
import { AddressInput, Field, Select } from "#components/ui/Field.tsx";
import { shortHex } from "#lib/format/hex.ts";
import { useToken } from "#lib/tokens/useToken.ts";
import { useStrings } from "#strings/index.ts";
import { ANOTHER, type ChosenToken } from "./useChosenToken.ts";

interface TokenFieldProps {
  chosen: ChosenToken;
  hasTried: boolean;
  /** Whether it may not be changed now. */
  isFixed: boolean;
}

/** AZR, a token that the work was paid in before, or any other by its address. */
export function TokenField({ chosen, hasTried, isFixed }: TokenFieldProps): ReactNode {
  const t = useStrings().pay;
  const { tokens, azr, choice, typed, trouble } = chosen;
  const isTyped = hasTried || typed !== "";
  return (
    <div className="flex flex-col gap-4">
      <Field label={t.token} error={choice !== ANOTHER && trouble === "noToken" ? t.noToken : undefined}>
        {(control) => (
          <Select
            {...control}
            value={choice}
            disabled={isFixed}
            onChange={({ target }) => chosen.choose(target.value)}
          >
            {tokens.map((token) =>
              token === azr ? (
                <option key={token} value={token}>
                  {t.azr}
                </option>
              ) : (
                <Known key={token} token={token} />
              ),
            )}
            <option value={ANOTHER}>{t.another}</option>
          </Select>
        )}
      </Field>
      {choice === ANOTHER && (
        <Field
          label={t.address}
          hint={t.addressHint}
          error={isTyped && trouble !== "none" ? t[trouble] : undefined}
        >
          {(control) => (
            <AddressInput
              {...control}
              value={typed}
              readOnly={isFixed}
              onChange={({ target }) => chosen.type(target.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function Known({ token }: { token: string }): ReactNode {
  const found = useToken(token);
  const name = typeof found === "object" ? found.symbol : undefined;
  return <option value={token}>{[name, shortHex(token)].filter(Boolean).join(" · ")}</option>;
}
