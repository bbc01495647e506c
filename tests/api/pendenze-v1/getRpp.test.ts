import { describe } from "vitest";
import { suiteRpp } from "../pagamento/rpp.suite.ts";
import { RICEVUTA } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v1/rpp/{idDominio}/{iuv}/{ccp}", () =>
  suiteRpp("pendenze-v1", "getRpp", {
    stato: "RT_ACCETTATA_PA",
    rt: { receiptId: RICEVUTA },
    pendenza: { idPendenza: "TARI-2026-1", rpp: "/pendenze/v1/rpp?idA2A=GEST-TRIBUTI&idPendenza=TARI-2026-1" },
  }));
