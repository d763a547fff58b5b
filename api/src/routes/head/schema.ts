import { withBlock } from "../../http/fields.ts";

export const headAnswer = withBlock({}).openapi("HeadAnswer");
