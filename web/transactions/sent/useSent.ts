"use client";

import { AzoraError } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { Address } from "viem";
import { announce } from "#lib/announce.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { browserStorage } from "#lib/browser/storage.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { createFollowing, type Following } from "../follow/following.ts";
import type { Open, Ports } from "../ports.ts";
import { waitForIndex } from "../seen.ts";
import { NO_WALLET, type SentState } from "../state.ts";
import { createSentBox, type SentBox } from "./box.ts";
import { createNews, type News } from "./news.ts";

interface Account {
  readonly box: SentBox;
  readonly news: News;
  readonly following: Following;
}

/** One for each chain and account, as long as the page lives. */
const accounts = new Map<string, Account>();

function accountOf(chainId: number, address: Address, words: Strings["transactions"]): Account {
  const key = `${chainId} ${address}`;
  const known = accounts.get(key);
  if (known !== undefined) return known;
  const box = createSentBox(browserStorage(), chainId, address);
  const account = { box, news: createNews(box, words, announce), following: createFollowing(box) };
  accounts.set(key, account);
  return account;
}

export interface SentByAccount {
  readonly box: SentBox;
  readonly news: News;
  readonly open: Open;
  follow(id: string): Promise<SentState> | undefined;
  /** Follows it once more, for somebody who asks what has become of it. */
  look(id: string): Promise<SentState> | undefined;
  followAll(): void;
  drop(id: string): void;
}

/** What the connected account has sent, and how it is followed. */
export function useSent({ account, chainId }: Pick<Connected, "account" | "chainId">): SentByAccount {
  const { apiUrl } = useApp();
  const words = useStrings().transactions;
  const router = useRouter();
  return useMemo(() => {
    const { box, news, following } = accountOf(chainId, account, words);
    const open = async (): Promise<Ports> => {
      const stack = await loadStack().catch((cause) => {
        throw new AzoraError(NO_WALLET, [], words.noWallet, cause);
      });
      return {
        account,
        client: stack.client,
        words: words.ends,
        send: (call, gas) => stack.send(account, call, gas),
        isAtomic: () => stack.isAtomic(account),
        sendTogether: (calls) => stack.sendTogether(account, calls),
        callsStatus: (id) => stack.callsStatus(account, id),
        seen(block) {
          const query = { minBlock: block };
          return waitForIndex(() => unwrap(createApi(apiUrl).GET("/v1/head", { params: { query } })));
        },
        pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      };
    };
    // The pages read the index on the server: they have what is new as soon as they are asked again.
    const onSeen = () => router.refresh();
    const follow = (id: string) => following.follow(id, open, onSeen);
    return {
      box,
      news,
      open,
      follow,
      look(id) {
        news.again(id);
        return follow(id);
      },
      followAll: () => following.followAll(open, onSeen),
      drop: (id) => following.drop(id),
    };
  }, [account, chainId, apiUrl, words, router]);
}
