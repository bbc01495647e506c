import { describe } from "vitest";
import { suiteElencoRpp } from "./rpp.suite.ts";

describe("GET /pagamento/v2/rpp", () => suiteElencoRpp("pagamento"));
