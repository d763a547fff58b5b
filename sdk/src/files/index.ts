/** What programs on a machine keep in files. Needs Node. */
export {
  EvidenceAwayError,
  EvidenceError,
  type EvidenceSources,
  findEvidence,
  loadEvidence,
  saveEvidence,
} from "./evidence.ts";
export { type Network, NetworkFileError, readNetwork, writeNetwork } from "./network.ts";
