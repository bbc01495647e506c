import { describe } from "vitest";
import { suiteUpdate } from "../tracciati/suite.ts";

describe("pendenze, updateTracciato", () => suiteUpdate("pendenze"));
