import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("backoffice, getRichiestaTracciato", () =>
  suiteFile("backoffice", "getRichiestaTracciato", preparaFile.richiesta, /^IUD;codIuv;/, "text/csv"));
