import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("backoffice, getScartiTracciato", () =>
  suiteFile("backoffice", "getScartiTracciato", preparaFile.eseguito, /motivo_scarto\r\nIUD-0000003;.*TVR_000.*\r\n$/, "text/csv"));
