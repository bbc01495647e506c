import { describe } from "vitest";
import { suiteOperazioni } from "../tracciati/letture.ts";

describe("pendenze, findOperazioniTracciato", () => suiteOperazioni("pendenze"));
