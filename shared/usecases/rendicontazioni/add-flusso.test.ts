/** Flows uploaded as XML: acquired as those of pagoPA, counted once whatever happens, refused whole when they are not what they say. */
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPERATORE } from "../../../tests/sostegno/abbinamenti.ts";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildDocumento, EMESSO } from "../../../tests/sostegno/documento-flusso.ts";
import { buildPagata, buildRiga, createFdrFinto, FLUSSO, PSP } from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { DocumentiInMemoria } from "../../adapters/memory/documenti.ts";
import { createFlussiOriginali, leggiDocumentoFlusso } from "../../adapters/nodo-storico/flussi-originali.ts";
import { readFlussoRiversamento } from "../../adapters/nodo-storico/flusso-riversamento.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { revisioneStorica } from "../../domain/rendicontazioni/revisione-storica.ts";
import type { ErroreFdr } from "../../ports/fdr.ts";
import { acquirePagina } from "./acquire-pagina.ts";
import { addFlusso } from "./add-flusso.ts";
import { registerFlusso } from "./register-flusso.ts";

const CHIAVE = { idDominio: COMUNE, idFlusso: FLUSSO, idPsp: PSP, revisione: revisioneStorica(EMESSO) };
const ESITI = [0, 3, 4, 8, 9];
const RIGHE = ESITI.map((esito, posto) => buildRiga(posto + 1, { esito }));
const CHIAMANTE: Chiamante = { ...OPERATORE, domini: "*" };
const impronta = (contenuto: Uint8Array): string => createHash("sha256").update(contenuto).digest("hex");

const createProva = async () => {
  const memoria = await createMemoria();
  const documenti = new DocumentiInMemoria();
  const add = addFlusso({ ...memoria, documenti, leggi: leggiDocumentoFlusso, impronta });
  const { fdr, guasti } = createFdrFinto([]);
  const acquire = acquirePagina({ ...memoria, fdr, originali: createFlussiOriginali(documenti) });
  const flusso = () => memoria.rendicontazioni.getFlusso(CHIAVE);
  return {
    ...{ memoria, documenti, flusso, acquire, guasti },
    upload: (testo: string, idDominio = COMUNE, chiamante = CHIAMANTE) => add(idDominio, Buffer.from(testo), chiamante, memoria.traccia),
    acquireAll: async () => {
      for (let pagina = 1; (await flusso())?.stato === "IN_ACQUISIZIONE"; pagina += 1)
        await acquire({ ...CHIAVE, pagina }, memoria.traccia);
    },
    quanti: async () => (await memoria.rendicontazioni.findRevisioni(COMUNE, FLUSSO)).length,
  };
};

describe("un flusso caricato in XML", () => {
  it("si acquisisce dal documento, con ogni esito, e il documento resta com'è", async () => {
    const prova = await createProva();
    await prova.memoria.store(...buildPagata(1));
    expect(await prova.upload(buildDocumento(RIGHE))).toMatchObject({ ok: true, valore: { idFlusso: FLUSSO, idPsp: PSP, nuovo: true } });
    await prova.acquireAll();
    const flusso = await prova.flusso();
    expect(flusso).toMatchObject({ stato: "ACQUISITO", numeroPagamenti: 5, righeAcquisite: 5, importoAcquisito: 5015n, trn: "TRN-1" });
    const righe = await prova.memoria.rendicontazioni.findRighe(CHIAVE, 1, 10);
    expect(righe.map(({ esito }) => esito)).toEqual(ESITI);
    expect(righe[0]?.stato).toBe("OK");
    const tenuto = await prova.documenti.get(flusso?.originale ?? "");
    expect(Buffer.from(tenuto ?? []).toString()).toBe(buildDocumento(RIGHE));
  });

  it("con più pagine passa dalla coda come quelli di pagoPA", async () => {
    const prova = await createProva();
    const righe = Array.from({ length: 2_500 }, (_, posto) => buildRiga(posto + 1));
    await prova.upload(buildDocumento(righe));
    await prova.acquireAll();
    expect(await prova.flusso()).toMatchObject({ stato: "ACQUISITO", pagineTotali: 3, righeAcquisite: 2_500 });
  });

  it.each<[string, Parameters<typeof buildDocumento>[1], string]>([
    ["un centesimo di differenza", { importoTotale: 5_014n }, "007106"],
    ["una riga che manca", { numeroPagamenti: 6 }, "007107"],
  ])("che mente nella testata è anomalo: %s", async (_caso, testata, codice) => {
    const prova = await createProva();
    await prova.upload(buildDocumento(RIGHE, testata));
    await prova.acquireAll();
    const flusso = await prova.flusso();
    expect([flusso?.stato, flusso?.segnalazioni.map((s) => s.codice)]).toEqual(["ANOMALO", [codice]]);
  });

  it("caricato di nuovo, o già dato da FdR-3, non si conta un'altra volta", async () => {
    const prova = await createProva();
    await prova.upload(buildDocumento(RIGHE));
    expect(await prova.upload(buildDocumento(RIGHE))).toMatchObject({ ok: true, valore: { nuovo: false } });
    const daFdr3 = { ...CHIAVE, revisione: 1, dataFlusso: EMESSO, dataPubblicazione: EMESSO };
    expect(await registerFlusso(prova.memoria)(daFdr3, prova.memoria.traccia)).toBe(false);
    expect([await prova.quanti(), prova.memoria.messaggi().length]).toEqual([1, 1]);
  });

  it.each<[string, ErroreFdr | undefined]>([
    ["che pagoPA non rende", { causa: "irraggiungibile", dettaglio: "500" }],
    ["che pagoPA rende illeggibile", { causa: "illeggibile", dettaglio: "sumPayments: atteso un importo" }],
    ["ancora da scaricare", undefined],
  ])("prende il posto di uno %s", async (_caso, guasto) => {
    const prova = await createProva();
    const { memoria } = prova;
    const daFdr3 = { ...CHIAVE, revisione: 1, dataFlusso: EMESSO, dataPubblicazione: EMESSO };
    await registerFlusso(memoria)(daFdr3, memoria.traccia);
    if (guasto) {
      prova.guasti.set("testata", guasto);
      await prova.acquire({ ...CHIAVE, revisione: 1, pagina: 1 }, memoria.traccia).catch(() => {});
    }
    expect(await prova.upload(buildDocumento(RIGHE))).toMatchObject({ ok: true, valore: { nuovo: true } });
    expect(memoria.messaggi().at(-1)?.corpo).toEqual({ ...CHIAVE, revisione: 1, pagina: 1 });
    await prova.acquire({ ...CHIAVE, revisione: 1, pagina: 1 }, memoria.traccia);
    expect(await memoria.rendicontazioni.getFlusso({ ...CHIAVE, revisione: 1 })).toMatchObject({
      ...{ stato: "ACQUISITO", righeAcquisite: 5, segnalazioni: [] },
      originale: expect.stringContaining(`flussi/${COMUNE}/`),
    });
    expect(await prova.quanti()).toBe(1);
  });

  it("della stessa emissione con altri totali è un conflitto, e non cambia nulla", async () => {
    const prova = await createProva();
    await prova.upload(buildDocumento(RIGHE));
    await prova.acquireAll();
    const prima = await prova.flusso();
    expect(await prova.upload(buildDocumento(RIGHE.slice(1)))).toMatchObject({ ok: false, errore: { codice: "CONFLITTO" } });
    expect(await prova.flusso()).toEqual(prima);
  });

  const buono = buildDocumento(RIGHE);
  it.each<[string, string, string]>([
    ["con una DTD", buono.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>'), "SINTASSI"],
    ["tagliato a metà", buono.slice(0, buono.length / 2), "SINTASSI"],
    ["che non è XML", "data;importo\n", "SINTASSI"],
    ["di un'altra radice", "<RT/>", "SINTASSI"],
    ["con una riga negativa", buono.replace("10.05", "-10.05"), "SINTASSI"],
    ["senza identificativo", buono.replace(/<identificativoFlusso>.*?<\/identificativoFlusso>/, ""), "SINTASSI"],
    ["con un identificativo non ammesso", buono.replace(FLUSSO, "../altro"), "SINTASSI"],
    ["di un altro ente", buildDocumento(RIGHE, { idDominio: UNIONE }), "NON_PROCESSABILE"],
    ["emesso prima di pagoPA", buono.replace("2026-11-24T", "1999-11-24T"), "NON_PROCESSABILE"],
    ["emesso nel futuro", buono.replace("2026-11-24T", "2036-11-24T"), "NON_PROCESSABILE"],
  ])("%s si rifiuta per intero", async (_caso, testo, codice) => {
    const prova = await createProva();
    expect(await prova.upload(testo)).toMatchObject({ ok: false, errore: { codice, dettaglio: expect.any(String) } });
    expect([await prova.quanti(), prova.memoria.messaggi()]).toEqual([0, []]);
  });

  it("di un ente fuori dall'ambito, o sconosciuto, si rifiuta senza guardarlo", async () => {
    const prova = await createProva();
    const altrui: Chiamante = { ...CHIAMANTE, domini: [{ idDominio: UNIONE }] };
    expect(await prova.upload(buono, COMUNE, altrui)).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
    expect(await prova.upload(buono, "99999999999")).toMatchObject({ errore: { codice: "DOM_000" } });
  });

  it("interrotto in qualunque punto e ricaricato, anche da due insieme, è un flusso solo", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (punto) => {
        const prova = await createProva();
        let n = 0;
        prova.memoria.observe(() => {
          n += 1;
          if (n === punto) throw new Error("interruzione");
        });
        await Promise.allSettled([prova.upload(buono), prova.upload(buono)]);
        prova.memoria.observe(() => {});
        expect(await prova.upload(buono)).toMatchObject({ ok: true });
        await prova.acquireAll();
        expect([await prova.quanti(), (await prova.flusso())?.stato, prova.memoria.messaggi().length]).toEqual([1, "ACQUISITO", 2]);
      }),
      { numRuns: 12 },
    );
  });
});

it("ciò che si ricostruisce in XML si rilegge uguale", () => {
  const riga = fc.record({
    iuv: fc.stringMatching(/^[0-9]{17}$/),
    iur: fc.stringMatching(/^[A-Za-z0-9-]{1,35}$/),
    indice: fc.integer({ min: 1, max: 5 }),
    importo: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
    esito: fc.constantFrom(...ESITI),
    data: fc.constantFrom("2026-03-29", "2026-10-25", "2028-02-29"),
  });
  const istanti = fc.constantFrom(EMESSO, "2026-03-29T00:59:59.000Z", "2026-03-29T01:00:00.000Z", "2026-07-01T22:30:00.000Z");
  fc.assert(
    fc.property(fc.array(riga, { minLength: 1, maxLength: 20 }), istanti, (righe, dataFlusso) => {
      const letto = readFlussoRiversamento(Buffer.from(buildDocumento(righe, { dataFlusso })), 0, 100);
      expect(letto).toMatchObject({ ok: true, valore: { idFlusso: FLUSSO, righe, testata: { dataFlusso, idDominioRicevente: COMUNE } } });
    }),
    { numRuns: 60 },
  );
});
