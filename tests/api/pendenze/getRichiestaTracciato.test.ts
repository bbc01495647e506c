import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("pendenze, getRichiestaTracciato", () =>
  suiteFile("pendenze", "getRichiestaTracciato", preparaFile.richiesta, /^IUD;codIuv;/, "text/csv"));
