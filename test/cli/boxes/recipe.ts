import { defineBox, field } from "alphanode-post/box";

export const unit = "bowls";

export const recipe = defineBox({
  heading: null,
  fields: { course: field.list("Course"), servings: field.int(["Servings", "Yield"], { units: [unit] }) },
});
