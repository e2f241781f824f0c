import * as z from "zod";

// Its policy lets the page compile nothing, so zod need not try.
z.config({ jitless: true });
