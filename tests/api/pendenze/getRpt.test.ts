import { describe } from "vitest";
import { suiteRpp } from "../pagamento/rpp.suite.ts";
import { IUV } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v2/rpp/{idDominio}/{iuv}/{ccp}/rpt", () =>
  suiteRpp("pendenze", "getRpt", { creditorReferenceId: IUV, paymentAmount: 100.5 }));
