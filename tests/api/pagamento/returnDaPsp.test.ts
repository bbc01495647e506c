/** GET /pagamento/psp: the web connector of the legacy family, on the real handlers and store. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { COMUNE, INTERMEDIARIO, UNIONE } from "../../sostegno/anagrafica.ts";
import { stazioneV1 } from "../../sostegno/nodo-storico.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { storePendenza } from "./sostegno.ts";

const RITORNO = "http://portale.example/esito?a=1";

describe("GET /pagamento/v2/psp", () => {
  let ambiente: AmbienteApi;
  let nodo: Server;
  const buste: string[] = [];

  beforeAll(async () => {
    nodo = createServer((req, res) => {
      const pezzi: Buffer[] = [];
      req.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
      req.on("end", () => {
        buste.push(Buffer.concat(pezzi).toString("utf8"));
        res
          .writeHead(200, { "content-type": "text/xml" })
          .end(
            '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="http://ws.pagamenti.telematici.gov/"><s:Body><p:nodoInviaRPTRisposta><esito>OK</esito><redirect>1</redirect><url>https://wisp.example/?idSession=abc-123</url></p:nodoInviaRPTRisposta></s:Body></s:Envelope>',
          );
      });
    });
    await new Promise<void>((resolve) => nodo.listen(0, "127.0.0.1", resolve));
    const { port } = nodo.address() as AddressInfo;
    ambiente = await createAmbiente();
    const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappeAnagrafiche, clockDiSistema, createIdsInSequenza(), {
      conservazioneEventiGiorni: 760,
    });
    const url = `http://127.0.0.1:${port}/nodo`;
    const fatto = await unitOfWork.commit([
      stazioneV1,
      {
        azione: "sostituisci",
        entita: "intermediario",
        valore: {
          versione: 1,
          idIntermediario: INTERMEDIARIO,
          denominazione: "Intermediario",
          principalPagoPa: "nodo",
          servizioPagoPa: { url, urlRPT: url },
          abilitato: true,
        },
      },
    ]);
    expect(fatto.ok).toBe(true);
    await storePendenza(ambiente, {});
  });
  afterAll(async () => {
    await new Promise((resolve) => nodo.close(resolve));
    await ambiente.stop();
  });

  const torna = (query: Record<string, string>) => ambiente.invoke("pagamento/returnDaPsp", { query, as: null });

  it("brings the browser back to the portal that started the payment, and changes nothing", async () => {
    const avviato = await ambiente.invoke("pagamento/addPagamento", {
      body: { pendenze: [{ idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }], urlRitorno: RITORNO },
    });
    expect([avviato.status, avviato.body["redirect"]]).toEqual([201, "https://wisp.example/?idSession=abc-123"]);
    expect(buste.length).toBe(1);
    const id = String(avviato.body["id"]);
    const prima = await ambiente.invoke("pagamento/getPagamento", { params: { id } });
    expect(prima.body).toMatchObject({ stato: "IN_CORSO", modello: "Pagamento ad iniziativa Ente", idSessionePsp: "abc-123" });
    const { status, headers } = await torna({ idSession: "abc-123", idDominio: COMUNE, esito: "OK" });
    expect([status, headers["location"]]).toEqual([303, `${RITORNO}&idPagamento=${id}&idSession=abc-123&esito=OK`]);
    expect((await ambiente.invoke("pagamento/getPagamento", { params: { id } })).body).toEqual(prima.body);
  });

  it.each<[string, Record<string, string>, number]>([
    ["an unknown session", { idSession: "altra" }, 404],
    ["the session of another creditor", { idSession: "abc-123", idDominio: UNIONE }, 404],
    ["no session", {}, 400],
    ["an address in place of the session", { idSession: `https://altrove.example/${"x".repeat(60)}` }, 400],
    ["an address of its own", { idSession: "abc-123", urlRitorno: "https://altrove.example" }, 400],
  ])("leads nowhere with %s", async (_caso, query, status) => {
    const esito = await torna(query);
    expect([esito.status, esito.headers["location"]]).toEqual([status, undefined]);
  });
});
