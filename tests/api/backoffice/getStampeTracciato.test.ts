import { describe } from "vitest";
import { preparaFile, suiteFile } from "../tracciati/letture.ts";

describe("backoffice, getStampeTracciato", () =>
  suiteFile("backoffice", "getStampeTracciato", preparaFile.stampato, /^PK.*\.pdf/s, "application/zip"));
