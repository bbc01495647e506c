import { describe } from "vitest";
import { suiteAddDominio } from "../tracciati/suite.ts";

describe("backoffice, addTracciatoDominio", () => suiteAddDominio("backoffice"));
