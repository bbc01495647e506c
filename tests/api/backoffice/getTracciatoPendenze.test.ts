import { describe } from "vitest";
import { suiteGet } from "../tracciati/letture.ts";

describe("backoffice, getTracciatoPendenze", () => suiteGet("backoffice"));
