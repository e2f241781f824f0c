"""Validates with a package of Python: python validate.py TOOL schema.json good.ndjson bad.ndjson"""

import json
import sys

tool, schema_file, *files = sys.argv[1:]
schema = json.load(open(schema_file, encoding="utf-8"))
if tool == "jsonschema":
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(schema)
    takes = jsonschema.Draft202012Validator(schema).is_valid
elif tool == "fastjsonschema":
    import fastjsonschema

    validate = fastjsonschema.compile(schema)

    def takes(value):
        try:
            validate(value)
        except fastjsonschema.JsonSchemaException:
            return False
        return True
else:
    import pydantic
    from generated import Post

    def takes(value):
        try:
            Post.model_validate(value)
        except pydantic.ValidationError:
            return False
        return True


for file in files:
    print("".join("+" if takes(json.loads(line)) else "-" for line in open(file, encoding="utf-8")))
