/** The deployed job and consumer against an FdR-3 server on the loopback: from what pagoPA publishes to the flow that the API shows. */
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ArchivioRegistro, mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { INTERMEDIARIO } from "../../sostegno/anagrafica.ts";
import { buildPagata } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, CONTESTO, consume, FLUSSO, IUR, IUV, openArchivio } from "./archivio.ts";

const RIGA = { index: 1, iuv: IUV, iur: IUR, idTransfer: 1, pay: 10.01, payStatus: "EXECUTED", payDate: "2026-11-23T00:00:00Z" };
const TESTATA = {
  fdr: FLUSSO,
  fdrDate: "2026-11-24T18:30:00Z",
  regulation: "TRN-1",
  regulationDate: "2026-11-24",
  sender: { type: "ABI_CODE", id: "03069", pspId: "ABI03069", pspName: "Banca", pspBrokerId: "1", channelId: "2" },
  receiver: { id: COMUNE, organizationId: COMUNE, organizationName: "Comune" },
  totPayments: 1,
  sumPayments: 10.01,
};
const pagina = (...data: object[]) => ({ metadata: { pageSize: 1000, pageNumber: 1, totPage: 1 }, count: data.length, data });

const answer = (url: string): object => {
  if (url.includes("/payments")) return pagina(RIGA);
  if (url.includes("/revisions/")) return TESTATA;
  if (!url.includes(`/organizations/${COMUNE}/`)) return pagina();
  return pagina({ fdr: FLUSSO, pspId: "ABI03069", revision: 1, published: "2026-11-24T20:00:00Z", flowDate: "2026-11-24T18:30:00Z" });
};

let ambiente: AmbienteApi;
let server: Server;

beforeAll(async () => {
  server = createServer((req, res) => {
    const conChiave = req.headers["ocp-apim-subscription-key"] === "chiave";
    res.writeHead(conChiave ? 200 : 401).end(JSON.stringify(conChiave ? answer(req.url ?? "") : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  const porta = typeof indirizzo === "object" && indirizzo ? indirizzo.port : 0;
  ambiente = await createAmbiente();
  const intermediario = await new ArchivioRegistro(ambiente.deposito).get("intermediario", INTERMEDIARIO);
  if (!intermediario) throw new Error("intermediario di prova assente");
  const valore = { ...intermediario, servizioPagoPaFR: { url: `http://127.0.0.1:${porta}/fdr`, subscriptionKey: "chiave" } };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappeAnagrafiche, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  await unitOfWork.commit([{ azione: "sostituisci", entita: "intermediario", valore }]);
  await openArchivio(ambiente.deposito).store(...buildPagata(1));
});
afterAll(async () => {
  server.close();
  await ambiente.stop();
});

it("la schedulazione trova il flusso, il consumatore lo acquisisce, l'API lo mostra", async () => {
  const { handler: schedulazione } = await import("../../../functions/scheduled/acquisisciFlussi.ts");
  expect(await schedulazione({}, CONTESTO)).toEqual({ domini: 2, nuovi: 1, falliti: 0, rimandati: 0 });
  const elenco = () => ambiente.invoke("riconciliazione/findFlussiRendicontazione");
  expect((await elenco()).body).toMatchObject({ numRisultati: 0, risultati: [] });
  const { handler: consumatore } = await import("../../../functions/consumers/flussi.ts");
  const messaggio = { idDominio: COMUNE, idFlusso: FLUSSO, idPsp: "ABI03069", revisione: 1, pagina: 1 };
  expect(await consume(consumatore, messaggio)).toEqual({ batchItemFailures: [] });
  expect(await consume(consumatore, messaggio)).toEqual({ batchItemFailures: [] });
  expect((await elenco()).body).toMatchObject({
    risultati: [{ idFlusso: FLUSSO, stato: "Acquisito", numeroPagamenti: 1, importoTotale: 10.01 }],
  });
  expect(await schedulazione({}, CONTESTO)).toMatchObject({ nuovi: 0, falliti: 0 });
});

it("un messaggio di un flusso sconosciuto torna in coda", async () => {
  const { handler: consumatore } = await import("../../../functions/consumers/flussi.ts");
  const messaggio = { idDominio: COMUNE, idFlusso: "altro", idPsp: "X", revisione: 1, pagina: 1 };
  expect(await consume(consumatore, messaggio)).toEqual({ batchItemFailures: [{ itemIdentifier: "messaggio-di-prova" }] });
});
