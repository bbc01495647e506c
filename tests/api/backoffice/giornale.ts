/** What the tests of the journal share: some entries of two creditors, and operators with more and less rights. */
import { toElementoEvento } from "../../../shared/adapters/archivio/mappa-evento.ts";
import type { Evento } from "../../../shared/domain/eventi.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import type { Prova } from "./prove.ts";

export const IUV = "01000000000000123";
export const NUMERO_AVVISO = `3${IUV}`;
export const MESSAGGIO = "<richiesta><CF>RSSMRA80A01H501U</CF></richiesta>";
/** Reads the journal of COMUNE without its contents. */
export const LETTORE = "legge-giornale";

export const EVENTI: readonly Evento[] = [
  {
    id: "e1",
    componente: "API_PAGOPA",
    categoriaEvento: "INTERFACCIA",
    ruolo: "SERVER",
    tipoEvento: "paGetPaymentV2",
    esito: "OK",
    severita: 0,
    dataEvento: "2026-03-01T10:00:00.000Z",
    durataMillisecondi: 12,
    transactionId: "t1",
    principal: "nodo",
    idDominio: COMUNE,
    iuv: IUV,
    numeroAvviso: NUMERO_AVVISO,
    datiPagoPA: { idPsp: "BCITITMM", idStazione: "99001122334_01" },
    parametriRichiesta: {
      ...{ url: "/pagopa/paForNode", method: "POST", data: "2026-03-01T10:00:00.000Z", payload: MESSAGGIO },
      headers: [{ nome: "authorization", valore: "***" }],
    },
    parametriRisposta: { status: 200, data: "2026-03-01T10:00:00.012Z", payload: "<risposta/>" },
  },
  {
    id: "e2",
    componente: "API_PAGOPA",
    categoriaEvento: "INTERFACCIA",
    ruolo: "CLIENT",
    tipoEvento: "getAllPublishedFlows",
    esito: "FAIL",
    severita: 5,
    dataEvento: "2026-03-02T10:00:00.000Z",
    durataMillisecondi: 30_000,
    transactionId: "t2",
    idDominio: UNIONE,
  },
];

export const seedGiornale = async (prova: Prova): Promise<void> => {
  const { deposito } = prova.ambiente();
  await deposito.putMany("eventi", await Promise.all(EVENTI.map((evento) => toElementoEvento(evento, { giorni: 7_600 }))));
  const body = {
    ragioneSociale: "Legge il giornale",
    password: PASSWORD,
    domini: [COMUNE],
    tipiPendenza: ["*"],
    acl: [{ servizio: "Giornale degli Eventi", autorizzazioni: ["R"] }],
  };
  const { status, testo } = await prova.invoke("addOperatore", { params: { principal: LETTORE }, body });
  if (status !== 201) throw new Error(testo);
};
