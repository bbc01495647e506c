import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("pendenze, getEsitoTracciato", () =>
  suiteFile("pendenze", "getEsitoTracciato", preparaFile.eseguito, /idA2A;idPendenza;.*\r\n(.*\r\n){3}$/, "text/csv"));
