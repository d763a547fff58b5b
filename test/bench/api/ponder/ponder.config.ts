export { default } from "@azora/indexer/config";
