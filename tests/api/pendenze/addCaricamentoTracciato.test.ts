import { describe } from "vitest";
import { suiteCaricamento } from "../tracciati/suite.ts";

describe("pendenze, addCaricamentoTracciato", () => suiteCaricamento("pendenze"));
