import { describe } from "vitest";
import { suiteGet } from "../tracciati/letture.ts";

describe("pendenze, getTracciatoPendenze", () => suiteGet("pendenze"));
