import { describe } from "vitest";
import { suiteAddTipo } from "../tracciati/suite.ts";

describe("pendenze, addTracciatoTipoPendenza", () => suiteAddTipo("pendenze"));
