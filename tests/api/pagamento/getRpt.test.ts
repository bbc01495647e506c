import { describe } from "vitest";
import { suiteRpp } from "./rpp.suite.ts";
import { IUV } from "./sostegno.ts";

describe("GET /pagamento/v2/rpp/{idDominio}/{iuv}/{ccp}/rpt", () =>
  suiteRpp("pagamento", "getRpt", { creditorReferenceId: IUV, paymentAmount: 100.5 }));
