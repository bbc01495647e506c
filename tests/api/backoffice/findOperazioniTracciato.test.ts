import { describe } from "vitest";
import { suiteOperazioni } from "../tracciati/letture.ts";

describe("backoffice, findOperazioniTracciato", () => suiteOperazioni("backoffice"));
