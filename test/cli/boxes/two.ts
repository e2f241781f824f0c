import { defineBox, field } from "alphanode-post/box";

export const one = defineBox({ heading: "One", fields: { a: field.text("A") } });
export const two = defineBox({ heading: "Two", fields: { a: field.text("A") } });
