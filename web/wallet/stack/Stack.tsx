"use client";

import { RainbowKitProvider } from "@rainbow-me/rainbowkit";
import "@rainbow-me/rainbowkit/styles.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import type { Network } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { Bridge } from "./Bridge.tsx";
import { getConfig } from "./config.ts";
import { theme } from "./theme.ts";

/** wagmi and RainbowKit, which draws its dialogs from here. Nothing of the app is inside: it speaks with the Bridge. */
export function Stack({ network }: { network: Network }): ReactNode {
  const words = useStrings().wallet;
  const [config] = useState(() => getConfig(network, words));
  const [queryClient] = useState(() => new QueryClient());
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <RainbowKitProvider theme={theme} modalSize="compact" locale="en-US">
          <Bridge />
        </RainbowKitProvider>
      </QueryClientProvider>
    </WagmiProvider>
  );
}
