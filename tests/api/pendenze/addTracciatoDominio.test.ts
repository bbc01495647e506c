import { describe } from "vitest";
import { suiteAddDominio } from "../tracciati/suite.ts";

describe("pendenze, addTracciatoDominio", () => suiteAddDominio("pendenze"));
