import { describe } from "vitest";
import { suiteAddJson } from "../tracciati/suite.ts";

describe("backoffice, addTracciatoPendenze", () => suiteAddJson("backoffice"));
