import { describe } from "vitest";
import { suiteRpp } from "../pagamento/rpp.suite.ts";
import { RICEVUTA } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v2/rpp/{idDominio}/{iuv}/{ccp}", () =>
  suiteRpp("pendenze", "getRpp", { stato: "RT_ACCETTATA_PA", rt: { receiptId: RICEVUTA } }));
