/** What an analysis says in every case, and how many requests it costs. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildChiamante } from "../../../../tests/sostegno/esempi.ts";
import {
  buildIuv,
  buildPagata,
  buildPendenzaRiga,
  buildRiconciliazione,
  buildRiga,
  buildRiscossione,
  FLUSSO,
  storeFlusso,
} from "../../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../../tests/sostegno/memoria.ts";
import type { Chiamante } from "../../../domain/anagrafiche/applicazione.ts";
import type { Analisi, RichiestaAnalisi } from "../../../domain/tesoreria/analisi/analisi.ts";
import type { RigaLetta } from "../../../domain/tesoreria/movimento.ts";
import { createMovimento } from "../../../domain/tesoreria/movimento-registrato.ts";
import { analyzeSospeso } from "./analyze-sospeso.ts";

let memoria: Memoria;
beforeEach(async () => {
  memoria = await createMemoria();
});

const CAUSALE = `/PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO}`;
const TUTTO = buildChiamante({ domini: "*", tipiPendenza: "*", acl: [{ servizio: "API Ragioneria", autorizzazioni: ["R"] }] });

const analyze = async (richiesta: Partial<RichiestaAnalisi>, chiamante: Chiamante = TUTTO): Promise<Analisi> => {
  memoria.richieste.length = 0;
  const esito = await analyzeSospeso(memoria)({ idDominio: COMUNE, daRiga: 1, ...richiesta }, chiamante);
  if (!esito.ok) throw new Error(esito.errore.dettaglio);
  return esito.valore;
};
const codici = ({ spiegazioni }: Analisi): readonly string[] => spiegazioni.map(({ codice }) => codice);
const frasi = ({ spiegazioni }: Analisi): string => spiegazioni.map(({ frase }) => frase).join(" ");

const storeMovimento = (id: string, riga: Partial<RigaLetta> = {}, flussi: readonly string[] = [FLUSSO]) =>
  memoria.store(
    {
      azione: "crea",
      entita: "movimento",
      valore: createMovimento(
        COMUNE,
        id,
        {
          riga: {
            riga: 1,
            operazione: "ESEGUITO",
            segno: "ENTRATA",
            importo: 1001n,
            dataContabile: "2026-11-25",
            causale: CAUSALE,
            ...riga,
          },
          chiavi: { flussi, troncati: [], iuv: [], iur: [] },
          origine: { idCaricamento: "C", file: "f", riga: 1, formato: "OPI", esito: "NUOVO" },
        },
        ADESSO,
      ),
    },
    ...flussi.map(
      (valore) =>
        ({
          azione: "crea",
          entita: "chiaveMovimento",
          valore: { versione: 0, idDominio: COMUNE, tipo: "FLUSSO", valore, idMovimento: id },
        }) as const,
    ),
  );

describe("di un flusso", () => {
  it("somma per tipo e per capitolo, con le quote delle voci e ciò che non ne ha", async () => {
    const quote = [
      { capitolo: "3001", annoEsercizio: 2026, accertamento: "12/2026", importo: 700n },
      { capitolo: "3002", annoEsercizio: 2026, importo: 301n },
    ];
    const pendenza = buildPendenzaRiga(1);
    await memoria.store(
      { azione: "crea", entita: "pendenza", valore: { ...pendenza, voci: pendenza.voci.map((v) => ({ ...v, contabilita: { quote } })) } },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(1) },
      ...buildPagata(2),
    );
    await storeFlusso(memoria, [buildRiga(1), buildRiga(2)]);
    const { totali, pagamenti } = await analyze({ testo: CAUSALE });
    expect(totali).toEqual({
      numero: 2,
      importo: 2003n,
      perTipo: [{ idTipoPendenza: "TARI", numero: 2, importo: 2003n }],
      perCapitolo: [
        { capitolo: "3001", annoEsercizio: 2026, accertamento: "12/2026", numero: 1, importo: 700n },
        { capitolo: "3002", annoEsercizio: 2026, numero: 1, importo: 301n },
        { numero: 1, importo: 1002n },
      ],
    });
    expect(pagamenti[0]?.quote).toEqual(quote);
  });

  it("costa quattro richieste quando è nominato per intero", async () => {
    await memoria.store(...buildPagata(1));
    await storeFlusso(memoria, [buildRiga(1)]);
    await analyze({ testo: CAUSALE, importo: 1001n });
    expect(memoria.richieste).toHaveLength(4);
  });

  it("esamina 2000 righe per volta e dice da dove riprendere", async () => {
    await storeFlusso(
      memoria,
      Array.from({ length: 2003 }, (_, n) => buildRiga(n + 1)),
    );
    const prima = await analyze({ testo: CAUSALE });
    expect([prima.totali.numero, prima.righeTotali, prima.prossimaRiga]).toEqual([2000, 2003, 2001]);
    expect(codici(prima)).toContain("ESAME_PARZIALE");
    const dopo = await analyze({ testo: CAUSALE, daRiga: 2001 });
    expect([dopo.totali.numero, dopo.prossimaRiga, dopo.pagamenti[0]?.iur]).toEqual([3, undefined, "iur-2001"]);
    expect(memoria.richieste.length).toBeLessThan(80);
  });

  it.each<[string, Parameters<typeof storeFlusso>[2], string, readonly string[]]>([
    ["già riconciliato", { idRiconciliazione: "movimento-1" }, "TROVATO", ["FLUSSO_TROVATO", "GIA_RICONCILIATO", "SENZA_PENDENZA"]],
    ["anomalo", { stato: "ANOMALO" }, "TROVATO", ["FLUSSO_TROVATO", "FLUSSO_ANOMALO", "SENZA_PENDENZA"]],
    ["che si sta scaricando", { stato: "IN_ACQUISIZIONE" }, "NON_TROVATO", ["FLUSSO_IN_ARRIVO"]],
    ["illeggibile", { stato: "RIFIUTATO" }, "NON_TROVATO", ["FLUSSO_ILLEGGIBILE"]],
    ["di un altro ente che si vede", { idDominio: UNIONE }, "NON_TROVATO", ["ALTRO_DOMINIO"]],
  ])("%s", async (_caso, altro, esito, attesi) => {
    await memoria.store({ azione: "crea", entita: "riconciliazione", valore: buildRiconciliazione({ stato: "ACQUISITA" }) });
    await storeFlusso(memoria, [buildRiga(1)], altro);
    const analisi = await analyze({ testo: CAUSALE });
    expect([analisi.esito, codici(analisi)]).toEqual([esito, attesi]);
  });

  it("dell'altro ente non si dice nulla a chi non lo vede", async () => {
    await storeFlusso(memoria, [buildRiga(1)], { idDominio: UNIONE });
    const analisi = await analyze({ testo: CAUSALE }, { ...TUTTO, domini: [{ idDominio: COMUNE }] });
    expect(codici(analisi)).toEqual(["FLUSSO_NON_PUBBLICATO"]);
  });

  it("non pubblicato: da poco si aspetta, da molto si chiede al PSP", async () => {
    expect(frasi(await analyze({ testo: CAUSALE }))).toContain("riprovare");
    expect(frasi(await analyze({ testo: CAUSALE.replace("2026-11-24", "2026-11-02") }))).toContain("Sono passati 23 giorni");
  });

  it("di due PSP con lo stesso identificativo, quello che ha l'importo", async () => {
    await storeFlusso(memoria, [buildRiga(1)]);
    await storeFlusso(memoria, [buildRiga(2)], { idPsp: "ALTRO" });
    const { flussi, esito } = await analyze({ testo: CAUSALE, importo: 1002n });
    expect([flussi.map(({ idPsp }) => idPsp), esito]).toEqual([["ALTRO"], "TROVATO"]);
  });

  it("nella revisione in vigore", async () => {
    await storeFlusso(memoria, [buildRiga(1)], { obsoleto: true });
    await storeFlusso(memoria, [buildRiga(1), buildRiga(2)], { revisione: 2 });
    expect((await analyze({ testo: CAUSALE })).flussi).toMatchObject([{ revisione: 2, numeroPagamenti: 2 }]);
  });
});

describe("con la chiave tagliata", () => {
  const TAGLIATA = CAUSALE.slice(0, -3);
  beforeEach(async () => {
    await storeFlusso(memoria, [buildRiga(1)], { idFlusso: "2026-11-24ABI03069-000000002" });
    await storeFlusso(memoria, [buildRiga(2)], { idFlusso: "2026-11-24ABI03069-000000003" });
  });

  it("elenca i candidati", async () => {
    const analisi = await analyze({ testo: TAGLIATA });
    expect([analisi.esito, codici(analisi), analisi.candidati.length]).toEqual(["DA_SCEGLIERE", ["CHIAVE_AMBIGUA"], 2]);
  });

  it("sceglie quello che ha l'importo", async () => {
    const analisi = await analyze({ testo: TAGLIATA, importo: 1002n });
    expect(analisi.flussi.map(({ idFlusso }) => idFlusso)).toEqual(["2026-11-24ABI03069-000000003"]);
    expect(codici(analisi)).toContain("CHIAVE_TAGLIATA_IMPORTO");
  });
});

describe("di un movimento", () => {
  it("accreditato in più parti: dice in quante e quanto", async () => {
    await storeFlusso(memoria, [buildRiga(1)]);
    await storeMovimento("M1", { importo: 600n });
    await storeMovimento("M2", { importo: 401n });
    const analisi = await analyze({ idMovimento: "M1" });
    expect(analisi.esito).toBe("IMPORTO_DIVERSO");
    expect(frasi(analisi)).toContain("accreditato in 2 movimenti, in tutto 10,01 €");
  });

  it("con il solo riferimento del bonifico", async () => {
    await storeFlusso(memoria, [buildRiga(1)], { trn: "0306912345678901234567890000IT" });
    await storeMovimento("M1", { causale: "ACCREDITO", sct: "0306912345678901234567890000it" }, []);
    const analisi = await analyze({ idMovimento: "M1" });
    expect([analisi.esito, codici(analisi).slice(0, 2)]).toEqual(["TROVATO", ["TRN_TROVATO", "FLUSSO_TROVATO"]]);
  });

  it("già collegato da una persona, senza chiavi nel testo", async () => {
    await storeFlusso(memoria, [buildRiga(1)]);
    await storeMovimento("M1", { causale: "ACCREDITO" }, []);
    await memoria.store({
      azione: "crea",
      entita: "abbinamento",
      valore: {
        ...{ versione: 0, idDominio: COMUNE, idMovimento: "M1", stato: "ABBINATO", importoCollegato: 1001n, residuo: 0n, etichette: [] },
        ...{ dataContabile: "2026-11-25", importo: 1001n, flussi: [], iuv: [], improntaAnomalie: "" },
        collegamenti: [
          {
            oggetto: { tipo: "FLUSSO", idFlusso: FLUSSO, idPsp: "ABI03069" },
            importo: 1001n,
            origine: "CONFERMATO",
            fiducia: 100,
            motivi: [],
            frase: "Confermato da una persona.",
          },
        ],
      },
    });
    const analisi = await analyze({ idMovimento: "M1" });
    expect([analisi.esito, codici(analisi).slice(0, 2)]).toEqual(["TROVATO", ["COLLEGATO", "FLUSSO_TROVATO"]]);
  });

  it("dichiarato non pagoPA: dice da chi e quando, e non cerca altro", async () => {
    await storeFlusso(memoria, [buildRiga(1)]);
    await storeMovimento("M1");
    const regola = {
      versione: 0,
      idDominio: COMUNE,
      id: "M1_x",
      idMovimento: "M1",
      decisione: "NON_PAGOPA",
      oggetti: [],
      origine: "MANUALE",
      principal: "ragioniere",
      data: ADESSO,
    } as const;
    await memoria.store({ azione: "crea", entita: "regola", valore: regola });
    const analisi = await analyze({ idMovimento: "M1" });
    expect([analisi.esito, analisi.flussi, frasi(analisi)]).toEqual([
      "NON_PAGOPA",
      [],
      "ragioniere ha dichiarato il 25/11/2026 che non è un accredito di pagoPA.",
    ]);
  });

  it("in uscita: non contiene incassi", async () => {
    await storeMovimento("M1", { segno: "USCITA" });
    expect(codici(await analyze({ idMovimento: "M1" }))).toEqual(["USCITA"]);
  });
});

describe("di un pagamento singolo", () => {
  it.each<[string, Parameters<typeof buildRiscossione>[1], string, readonly string[]]>([
    ["trovato", {}, "TROVATO", ["PAGAMENTO_TROVATO", "IMPORTO_UGUALE"]],
    ["già incassato", { stato: "INCASSATA", idRiconciliazione: "R1" }, "TROVATO", ["PAGAMENTO_TROVATO", "GIA_INCASSATO", "IMPORTO_UGUALE"]],
    ["di altro importo", { importo: 900n }, "IMPORTO_DIVERSO", ["PAGAMENTO_TROVATO", "IMPORTO_DIVERSO"]],
    ["solo marca da bollo: mai accreditata", { tipo: "MBT" }, "NON_TROVATO", ["IUV_NON_PAGATO"]],
  ])("%s", async (_caso, altro, esito, attesi) => {
    await memoria.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(1) },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(1, altro) },
    );
    const analisi = await analyze({ testo: `/RFB/${buildIuv(1)}/10.01`, importo: 1001n });
    expect([analisi.esito, codici(analisi)]).toEqual([esito, attesi]);
  });
});

describe("a chi vede una parte", () => {
  beforeEach(async () => {
    await memoria.store(...buildPagata(1), ...buildPagata(2));
    await storeFlusso(memoria, [buildRiga(1), buildRiga(2)]);
  });

  it("chi non può leggere le pendenze vede il debitore mascherato", async () => {
    const contabile = { ...TUTTO, acl: [{ servizio: "Rendicontazioni e Incassi", autorizzazioni: ["R" as const] }] };
    const { pagamenti, datiMascherati } = await analyze({ testo: CAUSALE }, contabile);
    expect(datiMascherati).toBe(true);
    expect(pagamenti[0]?.debitore).toEqual({
      tipo: "F",
      identificativo: expect.stringMatching(/^.{3}\*\*\*$/),
      anagrafica: expect.stringMatching(/^\S\*\*\* \S\*\*\*$/),
    });
  });

  it("chi non vede quel tipo di pendenza sa solo quanto gli è nascosto", async () => {
    const analisi = await analyze({ testo: CAUSALE }, { ...TUTTO, tipiPendenza: ["MENSA"] });
    expect([analisi.pagamenti, analisi.totali.numero, codici(analisi)]).toEqual([[], 0, ["FLUSSO_TROVATO", "NON_VISIBILI"]]);
  });
});

it("un testo pieno di chiavi costa un numero finito di richieste, e dice quante ne restano", async () => {
  const testo = Array.from(
    { length: 20 },
    (_, n) => `/PUR/LGPE-RIVERSAMENTO/URI/2026-11-${String(n + 1).padStart(2, "0")}ABI03069-${n} /RFB/${buildIuv(n)}/1.00`,
  ).join(" ");
  const analisi = await analyze({ testo: testo.slice(0, 4096) });
  expect(memoria.richieste.length).toBeLessThan(40);
  expect(codici(analisi)).toContain("CHIAVI_NON_ESAMINATE");
});
