/** The treasurer's day through the loader, in every format that tells it: the same money is one movement, whatever file comes first. */
import { beforeEach, describe, expect, it } from "vitest";
import { buildCamt053 } from "../../../local/sandbox/tesoriere/camt.ts";
import { buildGiornaleOpi, type GiornaleDiCassa } from "../../../local/sandbox/tesoriere/opi.ts";
import { buildRh } from "../../../local/sandbox/tesoriere/rh.ts";
import { type GiornaleOpi, type MovimentoOpi, VERSIONI_OPI, writeGiornaleOpi } from "../../../local/sandbox/tesoriere/scrittura-opi.ts";
import { COMUNE, IBAN_COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createLavoroTesoreria, type LavoroTesoreria } from "../../../tests/sostegno/lavoro-tesoreria.ts";
import { createLettori } from "./lettori.ts";

const GIORNO = "2026-03-03";
const CREATO = "2026-03-03T18:00:00.000Z";
const idFlusso = (numero: number): string => `2026-03-02ABI99001-${String(numero).padStart(9, "0")}`;
const voce = (numero: number) => ({
  ...{ numero, idDominio: COMUNE, iban: IBAN_COMUNE, giorno: GIORNO, dataValuta: "2026-03-04", importo: BigInt(1_000 * numero) },
  ...{
    causale: `/PUR/LGPE-RIVERSAMENTO/URI/${idFlusso(numero)}`,
    trn: `TRN${String(numero).padStart(27, "0")}`,
    endToEndId: idFlusso(numero),
  },
  ...{ idFlusso: idFlusso(numero), ordinante: { nome: "PSP", bic: "PROVITRRXXX", codiceFiscale: "01111111111" } },
});
const ENTE = { idDominio: COMUNE, ragioneSociale: "Comune", codiceIpa: "CX0001", codiceIstat: "012345678" };
const giornaleDi = (numeri: readonly number[], ente = ENTE): GiornaleDiCassa => {
  const movimenti = numeri.map(voce);
  const entrate = movimenti.reduce((somma, { importo }) => somma + importo, 0n);
  return {
    ...{ ente, giorno: GIORNO, creatoIl: CREATO },
    conti: [{ iban: IBAN_COMUNE, giorno: GIORNO, saldoIniziale: 500n, movimenti, entrate, saldoFinale: 500n + entrate }],
  };
};
const giornale = giornaleDi([1, 2, 3]);

const FORMATI: readonly (readonly [string, (di: GiornaleDiCassa) => string])[] = [
  ...VERSIONI_OPI.map((versione) => [`OPI ${versione}`, (di: GiornaleDiCassa) => buildGiornaleOpi(di, versione, () => "")] as const),
  ["camt.053", buildCamt053],
  ["CBI RH", buildRh],
];

let lavoro: LavoroTesoreria;
beforeEach(async () => {
  lavoro = await createLavoroTesoreria(
    undefined,
    createLettori(async () => []),
  );
});
const load = async (testo: string) => lavoro.finish(await lavoro.upload(Buffer.from(testo)));

it.each(FORMATI)("%s dà un movimento per riga, trovato dal flusso, senza nulla da ridire", async (_nome, write) => {
  expect(await load(write(giornale))).toMatchObject({ stato: "ESEGUITO", nuovi: 3, scartate: 0, entrate: 6_000n });
  const trovati = await lavoro.tesoreria.findMovimentiByFlusso(COMUNE, idFlusso(2));
  expect(trovati).toMatchObject([{ stato: "ESEGUITO", importo: 2_000n, conto: IBAN_COMUNE, dataValuta: "2026-03-04" }]);
});

const DIVERSI = FORMATI.filter(([nome]) => !/1\.[67]/.test(nome));
it.each(DIVERSI.flatMap(([prima, writePrima]) => DIVERSI.map(([dopo, writeDopo]) => [prima, dopo, writePrima, writeDopo] as const)))(
  "dopo %s, %s aggiunge solo ciò che è nuovo",
  async (_prima, _dopo, writePrima, writeDopo) => {
    await load(writePrima(giornale));
    expect(await load(writeDopo(giornaleDi([1, 2, 3, 4])))).toMatchObject({ nuovi: 1, scartate: 0 });
    expect(lavoro.movimenti()).toHaveLength(4);
  },
);

it.each(FORMATI.filter(([nome]) => nome.startsWith("OPI")))(
  "%s di un altro ente è rifiutato prima di leggere le righe",
  async (_nome, write) => {
    const altrui = await load(write(giornaleDi([1, 2], { ...ENTE, idDominio: "99999999990" })));
    expect(altrui).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringContaining("99999999990"), nuovi: 0 });
    expect(lavoro.movimenti()).toEqual([]);
  },
);

describe("la vita di un sospeso OPI", () => {
  const movimento = (altro: Partial<MovimentoOpi>): MovimentoOpi => {
    const { numero, causale, trn, endToEndId, ordinante, importo } = voce(1);
    return {
      ...{ numero, tipo: "ENTRATA", documento: "SOSPESO ENTRATA", operazione: "ESEGUITO", numeroDocumento: 1, importo, bolletta: 1 },
      ...{ giorno: GIORNO, trn, endToEndId, cliente: ordinante, causale, ...altro },
    };
  };
  const scrivi = (movimenti: readonly MovimentoOpi[], altro: Partial<GiornaleOpi> = {}): string => {
    const conti = [{ codice: "0000123", descrizione: IBAN_COMUNE, movimenti, saldoPrecedente: 0n, entrate: 0n, uscite: 0n }];
    return [...writeGiornaleOpi({ versione: "1.8", ente: ENTE, giorno: GIORNO, creatoIl: CREATO, conti, ...altro })].join("");
  };
  const reversale = (operazione: MovimentoOpi["operazione"], giorno: string): MovimentoOpi => {
    const importo = 1_000n;
    const sospesi = [{ numero: 1, importo }];
    return movimento({ documento: "REVERSALE", operazione, numeroDocumento: 77, importo, sospesi, giorno, causale: "REVERSALE 77" });
  };

  const stati = () => lavoro.movimenti().map(({ stato, importo, importoRegolarizzato }) => [stato, importo, importoRegolarizzato]);

  it.each(["ESEGUITO", "REGOLARIZZATO"] as const)("coperto da una reversale scritta %s resta lo stesso denaro", async (operazione) => {
    await load(scrivi([movimento({})]));
    await load(scrivi([reversale(operazione, "2026-03-05")], { giorno: "2026-03-05" }));
    expect(stati()).toEqual([["REGOLARIZZATO", 1_000n, 1_000n]]);
  });

  it("la reversale che arriva prima del sospeso lo aspetta", async () => {
    await load(scrivi([reversale("REGOLARIZZATO", "2026-03-05")], { giorno: "2026-03-05" }));
    expect(stati()).toEqual([["IN_ATTESA", 1_000n, 0n]]);
    await load(scrivi([movimento({})]));
    expect(stati()).toEqual([["REGOLARIZZATO", 1_000n, 1_000n]]);
  });

  it("stornata la reversale, il sospeso torna da regolarizzare; stornato il sospeso, il denaro non c'è", async () => {
    await load(scrivi([movimento({}), reversale("REGOLARIZZATO", GIORNO)]));
    await load(scrivi([reversale("STORNATO", "2026-03-06")], { giorno: "2026-03-06" }));
    expect(stati()).toEqual([["ESEGUITO", 1_000n, 0n]]);
    await load(scrivi([movimento({ operazione: "STORNATO", importo: -1_000n, giorno: "2026-03-07" })], { giorno: "2026-03-07" }));
    expect(stati().map(([stato]) => stato)).toEqual(["STORNATO"]);
  });
});
