"use client";

import { useConnectModal } from "@rainbow-me/rainbowkit";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Address } from "viem";
import { useAccount, useConfig } from "wagmi";
import { disconnect, getPublicClient, getWalletClient, switchChain } from "wagmi/actions";
import { announce } from "#lib/announce.ts";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";
import { BURNER_ID } from "../burner/connector.ts";
import { remember } from "../remembered.ts";
import { provideStack, setWallet } from "../store.ts";
import { hideIcons } from "./hideIcons.ts";

/** Tells the rest of the app what wagmi knows, and does for it what wagmi can. */
export function Bridge(): ReactNode {
  const config = useConfig();
  const { openConnectModal } = useConnectModal();
  const { status, address, chainId, connector } = useAccount();
  const words = useStrings().wallet;
  const [wantsModal, setWantsModal] = useState(false);
  /** Whoever is found again when a page is loaded has not asked. */
  const hasAsked = useRef(false);

  useEffect(() => {
    const [chain] = config.chains;
    const client = getPublicClient(config, { chainId: chain.id });
    if (client === undefined) return;
    const walletOf = (account: Address) => getWalletClient(config, { account, chainId: chain.id });
    provideStack({
      client,
      openModal() {
        hasAsked.current = true;
        setWantsModal(true);
      },
      async send(account, { to, data, value = 0n }, gas) {
        const wallet = await walletOf(account);
        const limit = gas === undefined ? {} : { gas };
        return wallet.sendTransaction({ account: wallet.account, chain, to, data, value, ...limit });
      },
      async isAtomic(account) {
        const wallet = await walletOf(account);
        // A wallet that does not speak EIP-5792 refuses the question.
        const able = await wallet.getCapabilities({ account, chainId: chain.id }).catch(() => undefined);
        const status = able?.atomic?.status;
        return status === "supported" || status === "ready";
      },
      async sendTogether(account, calls) {
        const wallet = await walletOf(account);
        const asked = calls.map(({ to, data, value = 0n }) => ({ to, data, value }));
        const all = { account: wallet.account, chain, calls: asked, forceAtomic: true };
        return (await wallet.sendCalls(all)).id;
      },
      callsStatus: async (account, id) => (await walletOf(account)).getCallsStatus({ id }),
      async sign(account, text) {
        const wallet = await walletOf(account);
        return wallet.signMessage({ account: wallet.account, message: text });
      },
      switchChain: async () => void (await switchChain(config, { chainId: chain.id })),
      async disconnect() {
        await disconnect(config);
        announce(words.disconnected);
      },
    });
  }, [config, words]);

  // There is no way to open it while wagmi looks for the wallet of last time.
  useEffect(() => {
    if (!wantsModal) return;
    if (status === "connected") setWantsModal(false);
    if (openConnectModal === undefined) return;
    openConnectModal();
    setWantsModal(false);
  }, [wantsModal, openConnectModal, status]);

  useEffect(() => {
    if (status === "connected") {
      setWallet({
        status,
        account: address,
        chainId,
        isRightChain: chainId === config.chains[0].id,
        name: connector.name,
        isBurner: connector.id === BURNER_ID,
      });
      remember(true);
      if (hasAsked.current) announce(words.connected(shortHex(address)));
      hasAsked.current = false;
    } else if (status === "disconnected") {
      setWallet({ status: "off" });
      remember(false);
    } else {
      setWallet({ status: "loading" });
    }
  }, [status, address, chainId, connector, config, words]);

  useEffect(hideIcons, []);
  return null;
}
