/** What a settlement row leaves to recover, and how a search ends. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import type { Flusso, Rendicontazione } from "../rendicontazioni/flusso.ts";
import { addMinuti } from "../valori/date.ts";
import { abandon, claim, found, GRAZIA_MINUTI, missed, type Recupero, recovered, recuperiDaRighe, retry } from "./recupero.ts";
import { STATI_RECUPERO, statiRecupero } from "./stati-recupero.ts";

const ACQUISITO = "2026-11-25T06:00:00.000Z";
const FLUSSO: Flusso = {
  versione: 1,
  idDominio: COMUNE,
  idFlusso: "2026-11-24ABI03069-1",
  idPsp: "ABI03069",
  revisione: 1,
  stato: "IN_ACQUISIZIONE",
  obsoleto: false,
  dataFlusso: ACQUISITO,
  dataAcquisizione: ACQUISITO,
  trn: "TRN",
  dataRegolamento: "2026-11-24",
  numeroPagamenti: 1,
  importoTotale: 1000n,
  pagineAcquisite: 0,
  pagineTotali: 1,
  righeAcquisite: 0,
  importoAcquisito: 0n,
  segnalazioni: [],
};
const riga = (altro: Partial<Rendicontazione> = {}, codici: readonly string[] = []): Rendicontazione => ({
  versione: 0,
  idDominio: COMUNE,
  idFlusso: FLUSSO.idFlusso,
  idPsp: FLUSSO.idPsp,
  revisione: 1,
  progressivo: 1,
  iuv: "01000000000000133",
  iur: "iur-1",
  indice: 1,
  importo: 1000n,
  esito: 0,
  data: "2026-11-24",
  stato: codici.length > 0 ? "ANOMALA" : "OK",
  segnalazioni: codici.map((codice) => ({ data: ACQUISITO, codice, descrizione: codice })),
  ...altro,
});

describe("le righe di un flusso", () => {
  it.each<[string, Rendicontazione, string | undefined]>([
    ["pagata senza ricevuta in archivio", riga({}, ["007101"]), "DA_RECUPERARE"],
    ["pagata in stand-in senza ricevuta in archivio", riga({ esito: 4 }, ["007101"]), "DA_RECUPERARE"],
    ["esito 9 con la pendenza", riga({ esito: 9 }), "DA_REGISTRARE"],
    ["esito 8 di più voci", riga({ esito: 8 }, ["007114"]), "DA_REGISTRARE"],
    ["esito 9 senza pendenza", riga({ esito: 9 }, ["007111"]), "DA_REGISTRARE"],
    ["esito 9 di un altro intermediario", riga({ esito: 9, stato: "ALTRO_INTERMEDIARIO" }), undefined],
    ["abbinata", riga(), undefined],
    ["revocata", riga({ esito: 3 }, ["007112"]), undefined],
    ["ripetuta nel flusso", riga({}, ["007115", "007101"]), undefined],
    ["con un importo diverso", riga({}, ["007104"]), undefined],
  ])("%s", (_caso, una, stato) => {
    expect(recuperiDaRighe(FLUSSO, [una]).map((r) => r.stato)).toEqual(stato === undefined ? [] : [stato]);
  });

  it("lo stesso pagamento con più transfer è una ricerca sola, con la somma, dopo la grazia che il Nodo ha per consegnarla", () => {
    const righe = [riga({}, ["007101"]), riga({ indice: 2, importo: 500n, progressivo: 2 }, ["007101"])];
    expect(recuperiDaRighe(FLUSSO, righe)).toMatchObject([
      { iur: "iur-1", importo: 1500n, esito: 0, dataProssimoTentativo: addMinuti(ACQUISITO, GRAZIA_MINUTI) },
    ]);
  });

  it("una revisione già superata non lascia niente da recuperare", () => {
    expect(recuperiDaRighe({ ...FLUSSO, obsoleto: true }, [riga({}, ["007101"])])).toEqual([]);
  });
});

const [trovato] = recuperiDaRighe(FLUSSO, [riga({}, ["007101"])]);
if (!trovato) throw new Error("la riga di prova lascia un recupero");
const DA_RECUPERARE: Recupero = trovato;

describe("una ricerca", () => {
  it("finisce dopo cinque risposte senza ricevuta, con attese che crescono", () => {
    let recupero: Recupero | undefined = DA_RECUPERARE;
    let adesso = ACQUISITO;
    const attese: number[] = [];
    while (recupero?.stato === "DA_RECUPERARE") {
      const preso: Recupero | undefined = claim(recupero, adesso);
      recupero = preso && missed(preso, adesso, "pagoPA ha risposto 404");
      const prossimo = recupero?.dataProssimoTentativo;
      if (prossimo === undefined) break;
      attese.push((Date.parse(prossimo) - Date.parse(adesso)) / 3_600_000);
      adesso = prossimo;
    }
    expect(attese).toEqual([6, 12, 24, 48]);
    expect(recupero).toMatchObject({ stato: "NON_TROVATO", tentativi: 5, dataChiusura: adesso, urgente: false });
  });

  it("un operatore la riapre davanti alle altre, e la abbandona con un motivo", () => {
    const azione = { operatore: "mario", motivazione: "chiamato il PSP", adesso: "2026-11-26T08:00:00.000Z" };
    const esaurito: Recupero = { ...DA_RECUPERARE, stato: "NON_TROVATO", tentativi: 5, dataChiusura: ACQUISITO };
    const riaperto = retry(esaurito, azione);
    expect(riaperto).toMatchObject({ stato: "DA_RECUPERARE", urgente: true, tentativi: 0, dataProssimoTentativo: azione.adesso });
    expect(riaperto).not.toHaveProperty("dataChiusura");
    expect(abandon(esaurito, azione)).toMatchObject({ stato: "ABBANDONATO", motivazione: "chiamato il PSP", dataChiusura: azione.adesso });
  });

  it("una riga senza ricevuta si registra di nuovo, non si chiede a pagoPA", () => {
    const azione = { operatore: "mario", motivazione: "caricata la pendenza", adesso: ACQUISITO };
    expect(retry({ ...DA_RECUPERARE, esito: 9, stato: "NON_TROVATO" }, azione)?.stato).toBe("DA_REGISTRARE");
  });

  it("ogni stato che aspetta qualcosa finisce con la ricevuta, da qualunque parte venga", () => {
    for (const stato of STATI_RECUPERO.filter((s) => s !== "RECUPERATO")) {
      expect(recovered({ ...DA_RECUPERARE, stato }, ACQUISITO, "MANUALE")).toMatchObject({ stato: "RECUPERATO", provenienza: "MANUALE" });
    }
    expect(recovered({ ...DA_RECUPERARE, stato: "RECUPERATO" }, ACQUISITO, "NODO")).toBeUndefined();
  });

  it("una ricevuta trovata che non si registra si chiede di nuovo", () => {
    const trovata = found(DA_RECUPERARE, ACQUISITO);
    expect(trovata).toMatchObject({ stato: "TROVATO" });
    expect(trovata && claim(trovata, "2026-11-25T09:00:00.000Z")?.stato).toBe("DA_RECUPERARE");
  });

  it("i nomi degli stati sono quelli della tabella", () => {
    expect([...STATI_RECUPERO].toSorted()).toEqual([...statiRecupero.stati].toSorted());
  });
});
