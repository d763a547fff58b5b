export { Rows } from "./Rows.tsx";
export { Retry, State } from "./State.tsx";
