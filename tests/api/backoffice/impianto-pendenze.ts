/** What the tests of the operators' debts share: environment, attachments' bucket, operators limited each in its own way, samples. */
import { afterAll, beforeAll, expect } from "vitest";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import type { Chiamata, Esito } from "../ambiente.ts";
import { createImpianto, type ImpiantoPendenze } from "../pendenze/impianto.ts";

const PENDENZE = [{ servizio: "Pendenze", autorizzazioni: ["R", "W"] }];
/** Who sees what: one creditor, one unit of it, one debt type; and one that only reads. */
const OPERATORI = {
  "op-comune": { domini: [COMUNE], tipiPendenza: ["*"], acl: PENDENZE },
  "op-unione": { domini: [UNIONE], tipiPendenza: ["*"], acl: PENDENZE },
  "op-ufficio": { domini: [{ idDominio: COMUNE, unitaOperative: ["TRIBUTI"] }], tipiPendenza: ["*"], acl: PENDENZE },
  "op-mensa": { domini: ["*"], tipiPendenza: ["MENSA"], acl: PENDENZE },
  "op-legge": { domini: ["*"], tipiPendenza: ["*"], acl: [{ servizio: "Pendenze", autorizzazioni: ["R"] }] },
} as const;
export type Operatore = keyof typeof OPERATORI | "amministratore";

export interface ImpiantoOperatori {
  api(): ImpiantoPendenze;
  invoke(id: string, chiamata?: Chiamata): Promise<Esito>;
  /** Sends a sample of events/. */
  sample(operazione: string, caso: string, as?: Operatore): Promise<Esito>;
}

/** One emulator per file. */
export const createImpiantoOperatori = (): ImpiantoOperatori => {
  let impianto: ImpiantoPendenze | undefined;
  let s3: DepositoS3 | undefined;
  const api = (): ImpiantoPendenze => {
    if (!impianto) throw new Error("ambiente non avviato");
    return impianto;
  };
  const invoke: ImpiantoOperatori["invoke"] = (id, chiamata = {}) => api().invoke(id, { as: "amministratore", ...chiamata });
  beforeAll(async () => {
    s3 = await startDepositoS3();
    impianto = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
    for (const [principal, operatore] of Object.entries(OPERATORI)) {
      const body = { ragioneSociale: principal, password: PASSWORD, ...operatore };
      expect((await invoke("backoffice/addOperatore", { params: { principal }, body })).status).toBe(201);
    }
  });
  afterAll(async () => {
    await impianto?.stop();
    await s3?.stop();
  });
  return {
    api,
    invoke,
    sample: (operazione, caso, as = "amministratore") => {
      const campione = readCampioni(operazione).find((c) => c.caso === caso);
      if (!campione) throw new Error(`events/${operazione}/${caso}.json non esiste`);
      const { pathParameters, queryStringParameters, headers, body } = campione;
      return invoke(operazione, {
        params: pathParameters ?? {},
        query: queryStringParameters ?? {},
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
        as,
      });
    },
  };
};
