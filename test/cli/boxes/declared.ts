import { field } from "alphanode-post/box";

/** A declaration that nobody has checked yet. */
export default { heading: "Facts", joint: "", rest: true, fields: { floors: field.int("Floors") } };
