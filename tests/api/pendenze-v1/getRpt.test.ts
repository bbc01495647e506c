import { describe } from "vitest";
import { suiteRpp } from "../pagamento/rpp.suite.ts";
import { IUV } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v1/rpp/{idDominio}/{iuv}/{ccp}/rpt", () =>
  suiteRpp("pendenze-v1", "getRpt", { creditorReferenceId: IUV, paymentAmount: 100.5 }));
