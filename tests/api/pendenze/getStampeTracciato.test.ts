import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("pendenze, getStampeTracciato", () =>
  suiteFile("pendenze", "getStampeTracciato", preparaFile.stampato, /^PK.*\.pdf/s, "application/zip"));
