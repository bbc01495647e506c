import { describe, expect, it } from "vitest";
import type { Evento } from "./eventi.ts";
import { toRigheSanp } from "./eventi-sanp.ts";

const EVENTO: Evento = {
  id: "e1",
  componente: "API_PAGOPA",
  categoriaEvento: "INTERFACCIA",
  ruolo: "SERVER",
  tipoEvento: "paSendRTV2",
  esito: "KO",
  sottotipoEsito: "PAA_RECEIPT_DUPLICATA",
  dataEvento: "2026-03-01T10:00:00.123Z",
  durataMillisecondi: 77,
  idDominio: "01234567897",
  iuv: "01000000000000123",
  numeroAvviso: "301000000000000123",
  ccp: "abc123",
  transactionId: "t",
  datiPagoPA: { idPsp: "BCITITMM", idCanale: "97735020584_03", idStazione: "99001122334_01", tipoVersamento: "BBT" },
  parametriRichiesta: { url: "/pagopa/paForNode", method: "POST", data: "2026-03-01T10:00:00.123Z" },
  parametriRisposta: { status: 200, data: "2026-03-01T10:00:00.200Z" },
};

describe("il giornale come lo chiede SANP", () => {
  it("due righe per scambio, con tutti i campi", () => {
    const comune = {
      identificativoDominio: "01234567897",
      identificativoUnivocoVersamento: "01000000000000123",
      codiceContestoPagamento: "abc123",
      numeroAvviso: "301000000000000123",
      identificativoPrestatoreServiziPagamento: "BCITITMM",
      tipoVersamento: "BBT",
      componente: "API_PAGOPA",
      categoriaEvento: "INTERFACCIA",
      tipoEvento: "paSendRTV2",
      identificativoFruitore: "NodoDeiPagamentiSPC",
      identificativoErogatore: "99001122334_01",
      identificativoStazioneIntermediarioPA: "99001122334_01",
      canalePagamento: "97735020584_03",
    };
    expect(toRigheSanp(EVENTO)).toEqual([
      {
        ...comune,
        dataOraEvento: "2026-03-01T10:00:00.123Z",
        sottoTipoEvento: "REQ",
        parametriSpecificiInterfaccia: "method=POST;url=/pagopa/paForNode",
        esito: "OK",
      },
      {
        ...comune,
        dataOraEvento: "2026-03-01T10:00:00.200Z",
        sottoTipoEvento: "RESP",
        parametriSpecificiInterfaccia: "status=200",
        esito: "KO PAA_RECEIPT_DUPLICATA",
      },
    ]);
  });

  it("quando chiamiamo noi le parti si scambiano, e senza risposta la fine è l'inizio più la durata", () => {
    const { parametriRisposta: _, ...senza } = EVENTO;
    const [, risposta] = toRigheSanp({ ...senza, ruolo: "CLIENT" });
    expect(risposta).toMatchObject({
      identificativoFruitore: "99001122334_01",
      identificativoErogatore: "NodoDeiPagamentiSPC",
      dataOraEvento: "2026-03-01T10:00:00.200Z",
    });
  });

  it.each(["INTERNO", "UTENTE"] as const)("ciò che accade dentro (%s) è una riga sola", (categoriaEvento) =>
    expect(toRigheSanp({ ...EVENTO, categoriaEvento, componente: "GOVPAY" })).toMatchObject([
      { categoriaEvento: "INTERNO", sottoTipoEvento: "REQ", esito: "KO PAA_RECEIPT_DUPLICATA" },
    ]),
  );
});
