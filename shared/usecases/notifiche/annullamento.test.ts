/** An application of the API EC v1 is told of the attempts that others replaced: once, after their start, never of one that was paid. */
import { describe, expect, it } from "vitest";
import { APPLICAZIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { buildTentativoStorico } from "../../../tests/sostegno/nodo-storico.ts";
import { ok } from "../../domain/esito.ts";
import { type ChiaveNotifica, type Notifica, nuovaNotifica } from "../../domain/notifiche/notifica.ts";
import { statoAbbandono } from "../../domain/notifiche/tentativi-superati.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { presentNotificaPagamento } from "../../presenters/ente-v1/notifica-pagamento.ts";
import { createDeliverNotifica } from "./deliver-notifica.ts";

const { idDominio, iuv } = buildPendenza();
const ALLE = (minuti: number): string => `2026-11-25T07:${String(minuti).padStart(2, "0")}:00.000Z`;

const buildTentativo = (ccp: string, minuti: number, altro: Partial<Tentativo> = {}): Tentativo => ({
  ...buildTentativoStorico({ ccp }),
  ...{ stato: "RPT_ACCETTATA_NODO", tipoRpt: "ctPaymentPAV2", dataRichiesta: ALLE(minuti), ...altro },
});
const attivazione = (ccp: string): ChiaveNotifica => ({ tipo: "ATTIVAZIONE", idDominio, iuv, ccp });
const annullamento = (ccp: string): ChiaveNotifica => ({ tipo: "ANNULLAMENTO", idDominio, iuv, ccp });

const prepare = async (tentativi: readonly Tentativo[], notifiche: readonly Notifica[], versioneApi: "REST v1" | "REST v2" = "REST v1") => {
  const memoria = await createMemoria();
  await memoria.store({ azione: "crea", entita: "pendenza", valore: buildPendenza() });
  for (const valore of tentativi) await memoria.store({ azione: "crea", entita: "tentativo", valore });
  for (const valore of notifiche) await memoria.store({ azione: "crea", entita: "notifica", valore });
  const dette: unknown[] = [];
  const ente = { primaDiRispondere: async (): Promise<void> => {} };
  const tell = (che: string) => async (_servizio: unknown, dati: { readonly corpo?: unknown; readonly ccp?: string }) => {
    dette.push(che === "annulla" ? [che, dati.ccp, dati.corpo] : [che]);
    await ente.primaDiRispondere();
    return ok({ status: 200 });
  };
  const applicazione = await memoria.anagrafiche.getApplicazione(APPLICAZIONE);
  if (!applicazione) throw new Error("anagrafica di prova");
  const deliver = createDeliverNotifica({
    ...memoria,
    anagrafiche: {
      getCreditore: memoria.anagrafiche.getCreditore,
      getApplicazione: async () => ({ ...applicazione, servizioIntegrazione: { url: "https://ente.example", versioneApi } }),
    },
    originali: { read: async () => undefined },
    ente: { notifyRicevuta: tell("ricevuta"), notifyPagamento: tell("avvio"), notifyAnnullamento: tell("annulla"), sendRpp: tell("rpp") },
    present: () => ({}),
    presentPagamento: presentNotificaPagamento,
    presentRpt: () => undefined,
  });
  return {
    dette,
    ente,
    memoria,
    deliver: (chiave: ChiaveNotifica) => deliver(chiave, memoria.traccia),
    getNotifica: (chiave: ChiaveNotifica) => memoria.posizioni.getNotifica(chiave),
  };
};

const nuova = (ccp: string, minuti: number): Notifica => nuovaNotifica(attivazione(ccp), APPLICAZIONE, ALLE(minuti));
const spedita = (ccp: string, minuti: number): Notifica => ({ ...nuova(ccp, minuti), stato: "SPEDITA", tentativi: 1 });

describe("an attempt that another one replaced", () => {
  it("is told once to who was told of its start, with the message that leaves in the same write", async () => {
    const { deliver, dette, getNotifica, memoria } = await prepare(
      [buildTentativo("primo", 1), buildTentativo("secondo", 5)],
      [spedita("primo", 1), nuova("secondo", 5)],
    );
    expect(await deliver(attivazione("secondo"))).toEqual({ esito: "consegnata" });
    expect(await getNotifica(annullamento("primo"))).toMatchObject({ stato: "DA_SPEDIRE", idA2A: APPLICAZIONE });
    const messaggi = memoria.deposito.all("archivio").filter(({ pk }) => String(pk).startsWith("OUT#"));
    expect(JSON.stringify(messaggi)).toContain("ANNULLAMENTO");
    expect([await deliver(annullamento("primo")), await deliver(annullamento("primo"))]).toEqual([
      { esito: "consegnata" },
      { esito: "gia-consegnata" },
    ]);
    expect(dette).toEqual([
      ["avvio"],
      ["annulla", "primo", { codice: "RPT_ANNULLATA", motivazione: "Sostituito da un tentativo più recente" }],
    ]);
  });

  it("is told even when its own start was told late, and never before it", async () => {
    const { deliver, dette } = await prepare(
      [buildTentativo("primo", 1), buildTentativo("secondo", 5)],
      [nuova("primo", 1), nuova("secondo", 5)],
    );
    await deliver(attivazione("secondo"));
    await deliver(annullamento("primo"));
    expect(dette).toEqual([["avvio"], ["avvio"], ["annulla", "primo", expect.anything()]]);
  });

  it("is not opened twice by two starts that race", async () => {
    const { deliver, getNotifica, memoria, ente } = await prepare(
      [buildTentativo("primo", 1), buildTentativo("terzo", 7)],
      [spedita("primo", 1), nuova("terzo", 7)],
    );
    // The other start opens it while this one is being told.
    ente.primaDiRispondere = () =>
      memoria.store({ azione: "crea", entita: "notifica", valore: nuovaNotifica(annullamento("primo"), APPLICAZIONE, ALLE(8)) });
    expect(await deliver(attivazione("terzo"))).toEqual({ esito: "consegnata" });
    expect((await getNotifica(attivazione("terzo")))?.stato).toBe("SPEDITA");
    expect(await getNotifica(annullamento("primo"))).toMatchObject({ stato: "DA_SPEDIRE", data: ALLE(8) });
  });

  it("is not told to who speaks version 2, nor once its receipt has come", async () => {
    const due = await prepare([buildTentativo("primo", 1)], [nuovaNotifica(annullamento("primo"), APPLICAZIONE, ALLE(2))], "REST v2");
    expect(await due.deliver(annullamento("primo"))).toEqual({ esito: "annullata" });
    const pagato = buildTentativo("primo", 1, { idRicevuta: "r-1", stato: "RT_ACCETTATA_PA" });
    const uno = await prepare([pagato, buildTentativo("secondo", 5)], [nuovaNotifica(annullamento("primo"), APPLICAZIONE, ALLE(2))]);
    expect(await uno.deliver(annullamento("primo"))).toEqual({ esito: "annullata" });
    expect([...due.dette, ...uno.dette]).toEqual([]);
  });

  it.each<[string, Partial<Tentativo>, string | undefined]>([
    ["open, of the legacy family", { tipoRpt: "RPT", stato: "RPT_INVIATA_A_PSP" }, undefined],
    ["closed by the Node", { tipoRpt: "RPT", stato: "RPT_DECORSI_TERMINI" }, "RPT_DECORSI_TERMINI"],
    ["of the modern family, alone", {}, undefined],
  ])("%s: as it is", (_caso, altro, atteso) => {
    const tentativo = buildTentativo("primo", 1, altro);
    expect(statoAbbandono(tentativo, [tentativo], ALLE(50))).toBe(atteso);
  });
});
