/** What programs on a machine keep in files. Needs Node. */
export { EvidenceError, loadEvidence, saveEvidence } from "./evidence.ts";
export { type Network, NetworkFileError, readNetwork, writeNetwork } from "./network.ts";
