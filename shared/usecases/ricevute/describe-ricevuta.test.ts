import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { describeAttestazione, findAttestazione } from "./describe-attestazione.ts";
import { describeRicevuta } from "./describe-ricevuta.ts";

const CREDITORE: Creditore = {
  dominio: {
    versione: 1,
    idDominio: COMUNE,
    ragioneSociale: "Comune di Prova",
    intermediato: true,
    scaricaFr: true,
    abilitato: true,
    frammenti: 1,
  },
  ...{ unita: [], conti: [], entrate: [], tipiPendenza: [] },
};
const BOLLO = btoa("<marcaDaBollo/>");
const moderna = (altro: Partial<Ricevuta> = {}): Ricevuta =>
  buildRicevuta({
    rt: {
      description: "Causale della ricevuta",
      metadata: { mapEntry: [{ key: "DatiAccertamento", value: "2026" }] },
      transferList: {
        transfer: [
          { idTransfer: 1, transferAmount: 84.5, fiscalCodePA: COMUNE, remittanceInformation: "/RFB/1", companyName: "Comune" },
          {
            idTransfer: 2,
            transferAmount: 16,
            fiscalCodePA: "80012345678",
            MBDAttachment: BOLLO,
            metadata: { mapEntry: [{ key: "chiave", value: "v" }] },
          },
        ],
      },
    },
    ...altro,
  });
const storica = (codiceEsitoPagamento: string): Ricevuta =>
  buildRicevuta({
    primitiva: "paaInviaRT",
    rt: {
      datiPagamento: {
        codiceEsitoPagamento,
        datiSingoloPagamento: [
          { singoloImportoPagato: 100.5, causaleVersamento: "/RFB/9/TXT/Prima", allegatoRicevuta: { tipo: "BD", testoAllegato: BOLLO } },
          { singoloImportoPagato: 0, causaleVersamento: "/RFB/9/TXT/Seconda" },
        ],
      },
    },
  });

describe("ciò che una ricevuta stampata dice", () => {
  it("della famiglia moderna: righe con i beneficiari, metadati, marca da bollo", () => {
    const { righe, metadati, allegati = [], parziale, causale } = describeRicevuta(moderna(), buildPendenza(), CREDITORE);
    expect(righe.map(({ importo, beneficiario, denominazione }) => [importo, beneficiario, denominazione])).toEqual([
      [8_450n, COMUNE, "Comune"],
      [1_600n, "80012345678", ""],
    ]);
    expect(metadati).toEqual([
      { nome: "DatiAccertamento", valore: "2026" },
      { nome: "chiave", valore: "v" },
    ]);
    expect(allegati.map(({ nome, contenuto }) => [nome, new TextDecoder().decode(contenuto)])).toEqual([
      ["marca-da-bollo-ricevuta-1-2.xml", "<marcaDaBollo/>"],
    ]);
    expect([parziale, causale]).toEqual([false, buildPendenza().causale]);
  });

  it.each([
    ["0", false],
    ["2", true],
    ["4", true],
  ])("della famiglia storica con esito %s: senza le righe non pagate, con la marca; parziale %s", (esito, parziale) => {
    const descritta = describeRicevuta(storica(esito), undefined, CREDITORE);
    expect(descritta.righe).toEqual([{ descrizione: "/RFB/9/TXT/Prima", importo: 10_050n, beneficiario: COMUNE }]);
    expect([descritta.allegati?.length, descritta.parziale, descritta.canale]).toEqual([1, parziale, undefined]);
  });

  it.each([
    ["moderna", moderna(), "Causale della ricevuta"],
    ["storica", storica("0"), "/RFB/9/TXT/Prima"],
    ["senza nulla", buildRicevuta({ rt: {} }), ""],
  ])("senza la pendenza dice ciò che la ricevuta dice: %s", (_quale, ricevuta, causale) => {
    const descritta = describeRicevuta(ricevuta, undefined, CREDITORE);
    expect([descritta.causale, descritta.ente.idDominio, descritta.linguaSecondaria]).toEqual([causale, COMUNE, undefined]);
  });

  it.each<["de" | "false" | "fr" | undefined, string | undefined, string | undefined]>([
    [undefined, "de", "Abfallgebühr"],
    ["de", "de", "Abfallgebühr"],
    ["fr", "fr", undefined],
    ["false", undefined, undefined],
  ])("chiesta in %s è in %s, con la causale tradotta solo in quella lingua", (chiesta, lingua, causale) => {
    const pendenza = buildPendenza({ proprieta: { linguaSecondaria: "de", linguaSecondariaCausale: "Abfallgebühr" } });
    const descritta = describeRicevuta(moderna(), pendenza, CREDITORE, chiesta);
    expect([descritta.linguaSecondaria, descritta.causaleSecondaria]).toEqual([lingua, causale]);
  });

  it("una marca che non è base64 resta fuori, e la ricevuta si stampa", () => {
    const rt = { transferList: { transfer: [{ idTransfer: 1, transferAmount: 16, fiscalCodePA: COMUNE, MBDAttachment: "%%%" }] } };
    expect(describeRicevuta(moderna({ rt }), undefined, CREDITORE).allegati).toEqual([]);
  });

  it("nomina chi ha pagato solo se è un altro, e dice che non è stata eseguita", () => {
    const versante = { tipo: "F", identificativo: "VRDLGU80A01F205X", anagrafica: "Luigi Verdi" } as const;
    expect(describeRicevuta(moderna({ versante, esito: "KO" }), undefined, CREDITORE)).toMatchObject({
      ...{ eseguito: false, versante: { anagrafica: "Luigi Verdi" } },
    });
    expect(describeRicevuta(moderna({ versante: moderna().debitore }), undefined, CREDITORE).versante).toBeUndefined();
  });
});

describe("l'attestazione di un pagamento senza ricevuta", () => {
  const riga = {
    iuv: "01000000000000133",
    iur: "riscossione-1",
    indice: 1,
    importo: 10_050n,
    esito: 9,
    data: "2026-11-24",
    dataFlusso: ADESSO,
  };
  const rendicontazione: Rendicontazione = {
    ...{ versione: 1, idDominio: COMUNE, idFlusso: "2026-11-25BANCA-1", idPsp: "ABI03069", revisione: 1, progressivo: 3 },
    ...{ ...riga, stato: "OK", segnalazioni: [] },
  };
  const riscossione = buildRiscossione(133, { iur: "riscossione-1", indice: 1, senzaRpt: true });
  const pagata = buildPendenza({ stato: "ESEGUITA", importoPagato: 10_050n });
  const pendenza = { ...pagata, voci: pagata.voci.map((voce) => ({ ...voce, stato: "Eseguito", senzaRpt: true }) as const) };
  const posizione = { pendenza, ricevute: [], riscossioni: [riscossione], rendicontazioni: [rendicontazione] };

  it("dice ciò che il flusso sa, e da quale flusso", () => {
    const trovata = findAttestazione(posizione);
    expect(trovata && describeAttestazione(trovata, CREDITORE)).toMatchObject({
      ...{
        idRicevuta: "riscossione-1",
        psp: "ABI03069",
        importo: 10_050n,
        dataPagamento: "2026-11-23T23:00:00.000Z",
        dataRicezione: ADESSO,
      },
      ...{ attestazione: { idFlusso: "2026-11-25BANCA-1" }, righe: [{ descrizione: "TARI", importo: 10_050n, beneficiario: COMUNE }] },
    });
  });

  it.each([
    ["quando la ricevuta c'è", { ricevute: [buildRicevuta()] }],
    ["di un pagamento anomalo", { pendenza: { ...pendenza, stato: "ANOMALA" } as const }],
    ["di chi non ha pagato", { pendenza: buildPendenza() }],
    ["senza la riga che lo prova", { rendicontazioni: [] }],
    ["di una pendenza che non c'è", { pendenza: undefined }],
  ])("non c'è %s", (_quando, altro) => {
    const { pendenza: quale, ...resto } = { ...posizione, ...altro };
    expect(findAttestazione({ ...resto, ...(quale && { pendenza: quale }) })).toBeUndefined();
  });
});
