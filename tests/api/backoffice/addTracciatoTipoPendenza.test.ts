import { describe } from "vitest";
import { suiteAddTipo } from "../tracciati/suite.ts";

describe("backoffice, addTracciatoTipoPendenza", () => suiteAddTipo("backoffice"));
