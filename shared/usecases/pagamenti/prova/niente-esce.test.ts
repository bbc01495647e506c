/** Nothing of a creditor in prova reaches pagoPA, whatever its registry says: every way out is walked with somebody at the door who fails. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, INTERMEDIARIO } from "../../../../tests/sostegno/anagrafica.ts";
import { createAttualizzazione } from "../../../../tests/sostegno/attualizzazione.ts";
import { buildChiamante } from "../../../../tests/sostegno/esempi.ts";
import { createMemoria } from "../../../../tests/sostegno/memoria.ts";
import { nuova } from "../../../../tests/sostegno/pendenze.ts";
import { ArchivioProgressivi } from "../../../adapters/archivio/progressivi.ts";
import { ArchivioRegistro } from "../../../adapters/archivio/registro.ts";
import { createCheckoutProva } from "../../../adapters/prova/checkout-prova.ts";
import { ESITI_PROVA } from "../../../contracts/cittadino/prove.ts";
import { type Dominio, type Intermediario, type Stazione, stazioneAttiva } from "../../../domain/anagrafiche/creditore.ts";
import { ESITI_PAGINA } from "../../../domain/prova/svolgimento.ts";
import type { BackofficeEc } from "../../../ports/backoffice-ec.ts";
import type { Fdr } from "../../../ports/fdr.ts";
import { presentRpt } from "../../../presenters/storico/rpt.ts";
import { checkPagoPa } from "../../controlli/check-pagopa.ts";
import { findPuntoGpd } from "../../gpd/punto-gpd.ts";
import { savePendenza } from "../../pendenze/save-pendenza.ts";
import { findPuntoRecupero } from "../../recuperi/punto-recupero.ts";
import { acquireFlussi } from "../../rendicontazioni/acquire-flussi.ts";
import { findPuntoFdr } from "../../rendicontazioni/connettore-fdr.ts";
import { checkTestata } from "../check-testata.ts";
import { createStartPagamento } from "../start-pagamento.ts";

const ENTE = "77665544332";
const STAZIONE = `${INTERMEDIARIO}_07`;
const connettore = { url: "https://pagopa.example" };
const INTERO: Omit<Intermediario, "versione"> = {
  ...{ idIntermediario: INTERMEDIARIO, denominazione: "Intermediario", principalPagoPa: "nodo", abilitato: true },
  servizioPagoPa: { ...connettore, urlRPT: connettore.url },
  ...{ servizioPagoPaCheckout: connettore, servizioPagoPaFR: connettore, servizioPagoPaRecuperoRT: connettore },
  ...{ servizioPagoPaACA: connettore, servizioPagoPaGPD: connettore, servizioPagoPaBackofficeEC: connettore },
};

const fuori = (): never => {
  throw new Error("qualcosa è uscito");
};

/** A station of the legacy family with its password knows every way. */
const createMondo = async (versioneStazione: Stazione["versioneStazione"], altro: Partial<Dominio>) => {
  const memoria = await createMemoria();
  const noto = await memoria.anagrafiche.getIntermediario(INTERMEDIARIO);
  const base = { versione: 0, idDominio: ENTE } as const;
  const dominio: Dominio = {
    ...{ ...base, ragioneSociale: "In prova", intermediato: true, abilitato: true, scaricaFr: true, frammenti: 1 },
    ...{ stazione: STAZIONE, auxDigit: 3, segregationCode: "09", inProva: true, ...altro },
  };
  await memoria.store(
    { azione: "sostituisci", entita: "intermediario", valore: { ...INTERO, versione: noto?.versione ?? 0 } },
    {
      azione: "crea",
      entita: "stazione",
      valore: { versione: 0, idIntermediario: INTERMEDIARIO, idStazione: STAZIONE, versioneStazione, password: "p", abilitato: true },
    },
    { azione: "crea", entita: "dominio", valore: dominio },
    { azione: "crea", entita: "conto", valore: { ...base, iban: IBAN_COMUNE, postale: false, abilitato: true } },
    { azione: "crea", entita: "entrataDominio", valore: { ...base, idEntrata: "TARI", ibanAccredito: IBAN_COMUNE, abilitato: true } },
    { azione: "crea", entita: "tipoPendenzaDominio", valore: { ...base, idTipoPendenza: "TARI", modalitaPagoPA: "GPD" } },
  );
  memoria.clock.advance(61_000);
  return { memoria, dominio };
};

const dominiQualunque: fc.Arbitrary<Partial<Dominio>> = fc.record(
  {
    modalitaPagoPA: fc.constantFrom("SINCRONA", "SINCRONA_ACA", "GPD"),
    altreStazioni: fc.constant([STAZIONE]),
    scaricaFr: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe("nothing of a creditor in prova reaches pagoPA", () => {
  it("whatever its registry says: no connector is found, no station answers for it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("V1", "V2"), dominiQualunque, async (versione, altro) => {
        const { memoria, dominio } = await createMondo(versione, altro);
        const { anagrafiche } = memoria;
        const testata = { idPA: ENTE, idBrokerPA: INTERMEDIARIO, idStation: STAZIONE };
        const check = checkTestata({ anagrafiche });
        expect([
          stazioneAttiva(dominio),
          await findPuntoFdr(anagrafiche, dominio),
          await findPuntoGpd(anagrafiche, dominio, "ACA"),
          await findPuntoGpd(anagrafiche, dominio, "GPD"),
          await findPuntoRecupero(anagrafiche, ENTE),
        ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
        for (const ricevuta of [false, true])
          expect(await check({ testata, principal: "nodo", ricevuta })).toMatchObject({ errore: { faultCode: "PAA_ID_DOMINIO_ERRATO" } });
        // The same registry in service knows all of them.
        const { inProva: _, ...inServizio } = dominio;
        expect(await findPuntoGpd(anagrafiche, inServizio, "GPD")).toBeDefined();
        expect(await findPuntoFdr(anagrafiche, inServizio)).toBeDefined();
      }),
      { numRuns: 4 },
    );
  });

  it.each(["V1", "V2"] as const)("from the load to the payment, with a station %s", async (versione) => {
    const { memoria } = await createMondo(versione, { modalitaPagoPA: "SINCRONA_ACA" });
    const { attualizza } = createAttualizzazione(memoria);
    const save = savePendenza({ ...memoria, progressivi: new ArchivioProgressivi(memoria.deposito) });
    const chiamante = buildChiamante();
    const salvata = await save({
      ...{ idA2A: "GEST-TRIBUTI", idPendenza: "P", nuova: nuova({ idDominio: ENTE }), tipo: "dovuto", chiamante },
      traccia: memoria.traccia,
    });
    expect(salvata).toMatchObject({ ok: true, valore: { pendenza: { prova: true } } });
    expect(salvata.ok && "allineamento" in salvata.valore.pendenza).toBe(false);
    expect(memoria.messaggi()).toEqual([]);
    const start = createStartPagamento({
      ...{ ...memoria, attualizza, presentRpt, checkout: { createCarrello: fuori } },
      nodoStorico: { inviaRpt: fuori, inviaCarrello: fuori },
      prova: { checkout: createCheckoutProva((id) => `https://fiorino.example/${id}`), connettore: { url: "https://fiorino.example" } },
    });
    const richiesta = { pendenze: [{ idA2A: "GEST-TRIBUTI", idPendenza: "P" }], urlRitorno: "https://portale.example/" };
    const avviato = await start(richiesta, chiamante, memoria.traccia);
    expect(avviato).toMatchObject({ ok: true, valore: { redirect: expect.stringContaining("https://fiorino.example/") } });
  });

  it("in the jobs that walk every creditor", async () => {
    const { memoria } = await createMondo("V2", {});
    const chiesti: string[] = [];
    const registro = new ArchivioRegistro(memoria.deposito);
    const fdr: Pick<Fdr, "findPubblicati"> = {
      findPubblicati: async (_connettore, idDominio) => {
        chiesti.push(idDominio);
        return { ok: true, valore: { flussi: [], pagineTotali: 1 } };
      },
    };
    await acquireFlussi({ ...memoria, registro, fdr })(memoria.traccia);
    expect(chiesti).toContain(COMUNE);
    expect(chiesti).not.toContain(ENTE);
    const pagina = async () => ({ ok: true, valore: { elementi: [], totale: 0, pagineTotali: 1 } }) as const;
    const backofficeEc: BackofficeEc = { findConti: pagina, findEnti: pagina };
    await checkPagoPa({ ...memoria, registro, backofficeEc })(memoria.traccia);
    const controlli = await registro.list("controllo");
    expect(controlli.map(({ idDominio }) => idDominio)).not.toContain(ENTE);
  });

  it("by construction: outside the registry, the station of a creditor is read through stazioneAttiva only", () => {
    // What shows or filters the registry, what checks who the Node is talking to, and the two names on a receipt of prova.
    const ammessi = ["anagrafiche/", "pagamenti/check-dominio.ts", "pagamenti/start-pagamento.ts", "pagamenti/prova/play-pagamento.ts"];
    const radice = new URL("../../", import.meta.url).pathname;
    const file = readdirSync(radice, { recursive: true, encoding: "utf8" }).filter(
      (nome) => nome.endsWith(".ts") && !nome.includes(".test."),
    );
    const colpevoli = file.filter(
      (nome) =>
        /\b(?:dominio|d|creditore)\??\.stazione\b/.test(readFileSync(radice + nome, "utf8")) && !ammessi.some((a) => nome.startsWith(a)),
    );
    expect(colpevoli).toEqual([]);
  });

  it("and the contract names the outcomes that can be played", () => {
    expect([...ESITI_PROVA].sort()).toEqual([...ESITI_PAGINA].sort());
  });
});
