import { describe } from "vitest";
import { suiteElencoRpp } from "../pagamento/rpp.suite.ts";

describe("GET /pendenze/v2/rpp", () => suiteElencoRpp("pendenze"));
