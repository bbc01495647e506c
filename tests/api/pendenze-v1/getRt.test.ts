import { describe } from "vitest";
import { suiteRpp } from "../pagamento/rpp.suite.ts";
import { RICEVUTA } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v1/rpp/{idDominio}/{iuv}/{ccp}/rt", () =>
  suiteRpp("pendenze-v1", "getRt", { receiptId: RICEVUTA, paymentAmount: 100.5 }));
