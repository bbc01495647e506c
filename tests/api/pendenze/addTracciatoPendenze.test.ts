import { describe } from "vitest";
import { suiteAddJson } from "../tracciati/suite.ts";

describe("pendenze, addTracciatoPendenze", () => suiteAddJson("pendenze"));
