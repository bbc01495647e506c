import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("backoffice, getEsitoTracciato", () =>
  suiteFile("backoffice", "getEsitoTracciato", preparaFile.eseguito, /idA2A;idPendenza;.*\r\n(.*\r\n){3}$/, "text/csv"));
