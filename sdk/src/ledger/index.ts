export { type LedgerHead, verifyConsistency } from "./consistency.ts";
export { verifyInclusion } from "./inclusion.ts";
export { hashInner, hashLeaf, type Leaf } from "./leaf.ts";
export { MerkleLedger } from "./MerkleLedger.ts";
export { MerklePeaks } from "./MerklePeaks.ts";
export { EMPTY_ROOT, peakCount, rootFromPeaks } from "./peaks.ts";
export { dataHash, guardianSubject, hashPayments, type Payment } from "./preimages.ts";
