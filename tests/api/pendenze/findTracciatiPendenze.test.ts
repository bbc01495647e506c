import { describe } from "vitest";
import { suiteFind } from "../tracciati/letture.ts";

describe("pendenze, findTracciatiPendenze", () => suiteFind("pendenze"));
