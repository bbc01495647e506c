import { describe } from "vitest";
import { suiteAllegato } from "../pendenze/allegato.suite.ts";

describe("GET /pagamento/v2/allegati/{id}", () => suiteAllegato("pagamento"));
