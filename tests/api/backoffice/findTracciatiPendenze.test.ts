import { describe } from "vitest";
import { suiteFind } from "../tracciati/letture.ts";

describe("backoffice, findTracciatiPendenze", () => suiteFind("backoffice"));
