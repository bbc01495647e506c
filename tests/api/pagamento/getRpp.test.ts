import { describe } from "vitest";
import { suiteRpp } from "./rpp.suite.ts";
import { RICEVUTA } from "./sostegno.ts";

describe("GET /pagamento/v2/rpp/{idDominio}/{iuv}/{ccp}", () =>
  suiteRpp("pagamento", "getRpp", { stato: "RT_ACCETTATA_PA", rt: { receiptId: RICEVUTA } }));
