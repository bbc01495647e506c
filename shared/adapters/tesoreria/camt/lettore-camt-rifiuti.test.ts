import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCamt053 } from "../../../../local/sandbox/tesoriere/camt.ts";
import { CAUSALE, documento, IBAN, leggi, saldo, stmt, type Voce } from "../prove/campioni-camt.ts";
import { read, segnalazioniDi, totaliErratiDi } from "../prove/letture.ts";
import { leggiCamt } from "./lettore-camt.ts";

describe("forme e rifiuti", () => {
  it("prefissi e busta CBI non cambiano le righe", async () => {
    const semplice = documento(stmt([{ importo: "1.00" }]));
    const imbustato = semplice
      .replaceAll(/<(\/?)(\w+)/g, "<$1ns2:$2")
      .replace("<?ns2:xml", "<?xml")
      .replace("<ns2:Document", '<b:CBIEnvelope xmlns:b="urn:CBI"><b:CBIBody><ns2:Document')
      .replace("</ns2:Document>", "</ns2:Document></b:CBIBody></b:CBIEnvelope>");
    expect((await read(leggiCamt, imbustato)).righe).toEqual((await read(leggiCamt, semplice)).righe);
  });

  it.each([
    ["un camt.052", "<Document><BkToCstmrAcctRpt><Rpt>", "il file è un camt.052"],
    ["un altro XML", "<Document><pain/></Document>", "né estratti conto (Stmt) né notifiche (Ntfctn)"],
    ["DOCTYPE", '<!DOCTYPE Document SYSTEM "file:///etc/passwd"><Document/>', "DOCTYPE"],
    ["entità a catena", "<!DOCTYPE a [<!ENTITY a 'b'><!ENTITY b '&a;&a;'>]><Document>&b;</Document>", "DOCTYPE"],
    ["vuoto", "  \n", "il file è vuoto"],
  ])("%s è rifiutato", async (_nome, testo, motivo) => {
    const letto = await read(leggiCamt, testo);
    expect(letto.rifiuto).toContain(motivo);
    expect(letto.righe).toEqual([]);
  });

  it("tagliato a metà: le voci intere restano", async () => {
    const testo = documento(stmt([{ importo: "1.00" }, { importo: "2.00" }]));
    const { righe, rifiuto, tutte } = await read(leggiCamt, testo.slice(0, testo.lastIndexOf("<Ustrd>")));
    expect(righe).toMatchObject([{ importo: 100n }]);
    expect(rifiuto).toBe("il file è tagliato alla riga 1");
    expect(tutte.at(-1)?.tipo).toBe("rifiuto");
  });

  it("una voce con troppe transazioni è un movimento solo", async () => {
    const dettagli = Array.from({ length: 10_001 }, () => ({ importo: "0.01", testi: ["x"], refs: "" }));
    const letto = await leggi([{ importo: "100.01", dettagli }]);
    expect(letto.righe).toMatchObject([{ importo: 10_001n }]);
    expect(segnalazioniDi(letto)).toEqual(["una voce ha più di 10000 transazioni: è stata letta come un movimento solo"]);
  });

  it("legge l'estratto del tesoriere della sandbox", async () => {
    const movimento = {
      ...{
        numero: 5,
        idDominio: "01234567890",
        iban: IBAN,
        giorno: "2026-03-03",
        dataValuta: "2026-03-04",
        importo: 1_050n,
        causale: CAUSALE,
      },
      ...{
        trn: "TRN000000000000000000000000005",
        endToEndId: "E2E5",
        idFlusso: "F5",
        ordinante: { nome: "PSP", bic: "PROVITRRXXX", codiceFiscale: "0" },
      },
    };
    const giornata = {
      iban: IBAN,
      giorno: "2026-03-03",
      saldoIniziale: 100n,
      movimenti: [movimento],
      entrate: 1_050n,
      saldoFinale: 1_150n,
    };
    const ente = { idDominio: "01234567890", ragioneSociale: "Comune", codiceIpa: "CX0001", codiceIstat: "012345678" };
    const letto = await read(
      leggiCamt,
      buildCamt053({ ente, giorno: "2026-03-03", creatoIl: "2026-03-03T18:00:00.000Z", conti: [giornata] }),
    );
    expect(letto.righe).toEqual([
      {
        ...{ riga: 1, operazione: "ESEGUITO", segno: "ENTRATA", importo: 1_050n, dataContabile: "2026-03-03", dataValuta: "2026-03-04" },
        ...{ causale: CAUSALE, conto: IBAN, sct: movimento.trn, riferimentoBanca: movimento.trn, ordinante: "PSP" },
      },
    ]);
    expect(letto.chiusure).toEqual([{ totaliErrati: [], segnalazioni: [] }]);
  });
});

it("comunque sia spezzato, lo stesso estratto dà le stesse righe, e i saldi tornano", async () => {
  const voce = fc.record({
    centesimi: fc.integer({ min: 1, max: 10 ** 9 }),
    verso: fc.constantFrom("CRDT", "DBIT"),
    storno: fc.boolean(),
    parti: fc.integer({ min: 0, max: 4 }),
  });
  const euro = (centesimi: number): string => (centesimi / 100).toFixed(2);
  await fc.assert(
    fc.asyncProperty(
      fc.array(voce, { maxLength: 6 }),
      fc.constantFrom("053.001.02", "053.001.08"),
      fc.integer({ min: 1, max: 200 }),
      async (voci, versione, passo) => {
        const totale = voci.reduce((somma, { centesimi, verso }) => somma + (verso === "CRDT" ? centesimi : -centesimi), 0);
        const scritte = voci.map(({ centesimi, verso, storno, parti }): Voce => {
          const dettagli = Array.from({ length: parti }, (_, i) => ({ importo: euro(i === 0 ? centesimi - (parti - 1) : 1) }));
          return { importo: euro(centesimi), verso, storno, dettagli: centesimi < 4 ? [] : dettagli };
        });
        const saldi = saldo("OPBD", "0.00") + saldo("CLBD", euro(Math.abs(totale)), totale < 0 ? "DBIT" : "CRDT");
        const testo = documento(stmt(scritte, { versione, saldi }), versione);
        const intero = await read(leggiCamt, testo, 1_000_000);
        expect((await read(leggiCamt, testo, passo)).tutte).toEqual(intero.tutte);
        expect([totaliErratiDi(intero), intero.scarti]).toEqual([[], []]);
        const somma = intero.righe.reduce(
          (netto, { segno, operazione, importo }) => netto + ((segno === "ENTRATA") === (operazione === "ESEGUITO") ? importo : -importo),
          0n,
        );
        expect(somma).toBe(BigInt(totale));
      },
    ),
    { numRuns: 60 },
  );
});
