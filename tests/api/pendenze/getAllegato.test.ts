import { describe } from "vitest";
import { suiteAllegato } from "./allegato.suite.ts";

describe("GET /pendenze/v2/allegati/{id}", () => suiteAllegato("pendenze"));
