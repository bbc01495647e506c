import { describe } from "vitest";
import { suiteRpp } from "./rpp.suite.ts";
import { RICEVUTA } from "./sostegno.ts";

describe("GET /pagamento/v2/rpp/{idDominio}/{iuv}/{ccp}/rt", () =>
  suiteRpp("pagamento", "getRt", { receiptId: RICEVUTA, paymentAmount: 100.5 }));
