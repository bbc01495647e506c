import { describe } from "vitest";
import { suiteUpdate } from "../tracciati/suite.ts";

describe("backoffice, updateTracciato", () => suiteUpdate("backoffice"));
