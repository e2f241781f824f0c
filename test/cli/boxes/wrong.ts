import { field } from "alphanode-post/box";

export default { heading: "Facts", fields: { floors: field.int("Floors"), levels: field.int("floors") } };
