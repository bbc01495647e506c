import { describe } from "vitest";
import { suiteCaricamento } from "../tracciati/suite.ts";

describe("backoffice, addCaricamentoTracciato", () => suiteCaricamento("backoffice"));
