import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("pendenze, getScartiTracciato", () =>
  suiteFile("pendenze", "getScartiTracciato", preparaFile.eseguito, /motivo_scarto\r\nIUD-0000003;.*TVR_000.*\r\n$/, "text/csv"));
