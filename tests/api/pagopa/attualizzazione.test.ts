/** The creditor's own system asked during a verification and an activation: what the Node is told, and what it costs. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Applicazione } from "../../../shared/domain/anagrafiche/applicazione.ts";
import type { Evento } from "../../../shared/domain/eventi.ts";
import { activatePagamentoV2 } from "../../../shared/usecases/pagamenti/activate-pagamento.ts";
import { APPLICAZIONE, COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { createAttualizzazione, daPagare, guasto, nonDaPagare } from "../../sostegno/attualizzazione.ts";
import { nuova, voce as nuovaVoce, withIntromissioni } from "../../sostegno/pendenze.ts";
import { IUV, pendenza, testata } from "./debito.ts";
import { createImpianto, type Impianto } from "./impianto.ts";
import { attivazioneV1, attivazioneV2, busta, NAV, qrCode, verifica } from "./messaggi.ts";

const CORPO = testata() + qrCode(COMUNE);
const ATTIVA = `${CORPO}<amount>12.50</amount><transferType>PAGOPA</transferType>`;
const VERIFICA = busta(verifica(CORPO));
const RICHIESTE = [
  ["paVerifyPaymentNotice", VERIFICA],
  ["paGetPayment", busta(attivazioneV1(ATTIVA))],
  ["paGetPaymentV2", busta(attivazioneV2(ATTIVA))],
] as const;
const DEBITO = nuova({ numeroAvviso: NAV, voci: [nuovaVoce({ importo: 1250n })] });

let impianto: Impianto;
const edit = async (altro: Partial<Applicazione>): Promise<void> => {
  const applicazione = await impianto.anagrafiche.getApplicazione(APPLICAZIONE);
  if (!applicazione) throw new Error("applicazione di prova assente");
  await impianto.write({ azione: "sostituisci", entita: "applicazione", valore: { ...applicazione, ...altro } });
  impianto.clock.advance(61_000);
};
beforeEach(async () => {
  impianto = await createImpianto();
  await edit({ codificaAvvisi: { regExpIuv: "01\\d{15}", generazioneIuvInterna: true } });
  await impianto.warm();
});
const load = (altro: Parameters<typeof pendenza>[0] = {}) =>
  impianto.write({ azione: "crea", entita: "pendenza", valore: pendenza(altro) });

describe.each(RICHIESTE)("%s of a notice that nobody loaded", (primitiva, richiesta) => {
  it("asks the creditor's system and answers with its debt", async () => {
    impianto.ente.risposta = daPagare(DEBITO);
    const { outcome, xml } = await impianto.call(richiesta);
    expect(outcome).toBe("OK");
    expect(xml).toContain("12.50");
    expect(impianto.domande).toMatchObject([{ operazione: "getAvviso", numeroAvviso: NAV }]);
    expect(await impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv: IUV })).toMatchObject({ idPendenza: "P-ENTE", importo: 1250n });
    const eventi = impianto.eventi().filter(({ iuv }) => iuv === IUV);
    expect(eventi).toMatchObject([
      { componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "getAvviso", esito: "OK" },
      { componente: "API_PAGOPA", ruolo: "SERVER", tipoEvento: primitiva, esito: "OK", idPendenza: "P-ENTE" },
    ]);
    expect(new Set(eventi.map(({ transactionId }) => transactionId)).size).toBe(1);
  });

  it.each([
    ["ANNULLATA", "PAA_PAGAMENTO_ANNULLATO"],
    ["SCADUTA", "PAA_PAGAMENTO_SCADUTO"],
    ["SCONOSCIUTA", "PAA_PAGAMENTO_SCONOSCIUTO"],
    ["DUPLICATA", "PAA_PAGAMENTO_DUPLICATO"],
  ] as const)("answered %s is refused with %s", async (stato, atteso) => {
    impianto.ente.risposta = nonDaPagare(stato, "detto dal creditore");
    const { outcome, faultCode, description } = await impianto.call(richiesta);
    expect({ outcome, faultCode, description }).toEqual({ outcome: "KO", faultCode: atteso, description: "detto dal creditore" });
  });

  it.each(["tempo", "rete", "illeggibile", "troppo-grande", "http", "interrotta"] as const)(
    "whose system fails (%s) is refused with PAA_SYSTEM_ERROR, which names the creditor's system",
    async (causa) => {
      impianto.ente.risposta = guasto(causa);
      const { faultCode, description } = await impianto.call(richiesta);
      expect(faultCode).toBe("PAA_SYSTEM_ERROR");
      expect(description).toMatch(/^Verifica all&apos;ente creditore non riuscita: /);
      expect(impianto.domande).toHaveLength(1);
    },
  );

  it("answered with a debt that expires yesterday is refused as any other", async () => {
    impianto.ente.risposta = daPagare({ ...DEBITO, dataScadenza: "2026-03-09" });
    expect((await impianto.call(richiesta)).faultCode).toBe("PAA_PAGAMENTO_SCADUTO");
  });

  it("of another creditor's number is unknown, and nobody is asked", async () => {
    const { faultCode } = await impianto.call(richiesta.replace(NAV, `399${NAV.slice(3)}`));
    expect(faultCode).toBe("PAA_PAGAMENTO_SCONOSCIUTO");
    expect(impianto.domande).toEqual([]);
  });
});

describe.each(RICHIESTE)("%s of a debt past its dataValidita", (_primitiva, richiesta) => {
  const TRASCORSA = { dataValidita: "2026-03-09" };

  it("answers with the amount of today", async () => {
    await load(TRASCORSA);
    const voci = [nuovaVoce({ idVocePendenza: "V1", importo: 1300n })];
    impianto.ente.risposta = daPagare(nuova({ numeroAvviso: NAV, voci, dataValidita: "2026-04-09" }), "P1");
    const { outcome, xml } = await impianto.call(richiesta);
    expect(outcome).toBe("OK");
    expect(xml).toContain("13.00");
    expect(xml).toContain("<dueDate>2026-04-09</dueDate>");
    expect(impianto.domande).toEqual([{ operazione: "verifyPendenza", idA2A: APPLICAZIONE, idPendenza: "P1" }]);
  });

  it.each([
    [false, "OK", undefined],
    [true, "KO", "PAA_SYSTEM_ERROR"],
  ] as const)("that nobody confirms, mandatory = %s: %s", async (aggiornamentoValiditaMandatorio, outcome, faultCode) => {
    await edit({ aggiornamentoValiditaMandatorio });
    await load(TRASCORSA);
    impianto.ente.risposta = guasto();
    expect(await impianto.call(richiesta)).toMatchObject({ outcome, faultCode });
  });

  it("of an application that cannot be asked and wants the confirmation is expired", async () => {
    await edit({ aggiornamentoValiditaMandatorio: true, abilitato: false });
    await load(TRASCORSA);
    expect(await impianto.call(richiesta)).toMatchObject({ outcome: "KO", faultCode: "PAA_PAGAMENTO_SCADUTO" });
    expect(impianto.domande).toEqual([]);
  });

  it("that its creditor has annulled is refused, and stays as it is stored", async () => {
    await load(TRASCORSA);
    impianto.ente.risposta = nonDaPagare("ANNULLATA");
    expect((await impianto.call(richiesta)).faultCode).toBe("PAA_PAGAMENTO_ANNULLATO");
    expect(await impianto.posizioni.getPendenza({ idDominio: COMUNE, iuv: IUV })).toMatchObject({ stato: "NON_ESEGUITA", versione: 1 });
  });

  it.each([
    ["valid until today", { dataValidita: "2026-03-10" }],
    ["annulled", { ...TRASCORSA, stato: "ANNULLATA" }],
    ["paid", { ...TRASCORSA, stato: "ESEGUITA" }],
    ["expired", { ...TRASCORSA, dataScadenza: "2026-03-09" }],
    ["without validity", {}],
  ] as const)("is not asked when it is %s", async (_caso, altro) => {
    await load(altro);
    await impianto.call(richiesta);
    expect(impianto.domande).toEqual([]);
  });
});

describe("what it costs", () => {
  it("a known, valid debt: one read, and the journal", async () => {
    await load({ dataValidita: "2026-03-10" });
    await impianto.call(VERIFICA);
    expect(impianto.richieste).toEqual(["get archivio", "putMany eventi"]);
  });

  it("an activation raced by somebody else asks once", async () => {
    await load({ dataValidita: "2026-03-09" });
    const { attualizza, ente, domande } = createAttualizzazione(impianto);
    ente.risposta = guasto();
    const unitOfWork = withIntromissioni(impianto.unitOfWork, 1, () =>
      impianto.write({ azione: "sostituisci", entita: "pendenza", valore: pendenza({ versione: 1, dataValidita: "2026-03-08" }) }),
    );
    const creditore = await impianto.anagrafiche.getCreditore(COMUNE);
    if (!creditore) throw new Error("creditore di prova assente");
    const richiesta = {
      ...{ idPA: COMUNE, idBrokerPA: INTERMEDIARIO, idStation: STAZIONE },
      qrCode: { fiscalCode: COMUNE, noticeNumber: NAV },
    };
    const evento: Evento = {
      id: "e-1",
      componente: "API_PAGOPA",
      categoriaEvento: "INTERFACCIA",
      ruolo: "SERVER",
      tipoEvento: "paGetPaymentV2",
      esito: "OK",
      dataEvento: impianto.clock.now(),
      durataMillisecondi: 0,
      transactionId: "scambio-1",
    };
    const esito = await activatePagamentoV2({ ...impianto, attualizza, unitOfWork })(richiesta, creditore, "scambio-1", () => evento);
    expect(esito).toMatchObject({ esito: { ok: true }, pendenza: { versione: 2 } });
    expect(domande).toHaveLength(1);
  });
});
