import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guastiDi } from "../../../../tests/sostegno/causali.ts";
import { ends } from "../../../../tests/sostegno/tempo.ts";
import { ALTERAZIONI } from "./alterazioni.ts";
import { FORME } from "./forme.ts";
import { hasChiavi, readCausale } from "./leggi.ts";
import { formaNormalizzata, sembraPagoPa } from "./sconosciute.ts";

const ID = "2026-03-17ABI03069-000012345";
const ALTRO = "2026-03-16ABI03069-000012344";
const IUV = "01188340000064356";

/** Every code that the text gives. */
const chiaviDi = (testo: string): readonly string[] => {
  const { flussi, iuv, iur } = readCausale(testo);
  return [...flussi.flatMap(({ letture }) => letture), ...iuv, ...iur];
};

describe("la tabella delle forme", () => {
  it.each(FORME.map((forma) => [forma.id, forma] as const))("%s: l'esempio dà la sua chiave, con la sua forma per prima", (id, forma) => {
    expect(chiaviDi(forma.esempio)).toContain(forma.atteso.toUpperCase());
    expect(readCausale(forma.esempio).forme).toEqual([id]);
  });

  it("nomina ogni forma una volta e dice da dove viene", () => {
    expect(new Set(FORME.map(({ id }) => id)).size).toBe(FORME.length);
    expect([...FORME, ...ALTERAZIONI].filter(({ fonte, descrizione }) => fonte === "" || descrizione === "")).toEqual([]);
  });
});

describe("la tabella delle alterazioni", () => {
  it.each(ALTERAZIONI.map((alterazione) => [alterazione.id, alterazione] as const))(
    "%s: l'esempio dà la sua chiave",
    (_id, { esempio, atteso }) => {
      expect(chiaviDi(esempio)).toContain(atteso.toUpperCase());
    },
  );

  it.each(ALTERAZIONI.filter(({ annulla, segno }) => annulla ?? segno).map((alterazione) => [alterazione.id, alterazione] as const))(
    "%s: nell'esempio si vede, nella causale intatta no",
    (id, { esempio }) => {
      expect(readCausale(esempio).alterazioni).toContain(id);
      expect(readCausale(`/PUR/LGPE-RIVERSAMENTO/URI/${ID}`).alterazioni).toEqual([]);
    },
  );
});

describe("una causale", () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["con due flussi dopo URI", `/PUR/LGPE-RIVERSAMENTO/URI/${ID},${ALTRO}`, [ID, ALTRO], []],
    ["con due causali intere", `/PUR/LGPE-RIVERSAMENTO/URI/${ID} /PUR/LGPE-RIVERSAMENTO/TXT/1/URI/${ALTRO}`, [ALTRO, ID], []],
    ["con lo stesso flusso due volte", `/PUR/LGPE-RIVERSAMENTO/URI/${ID} ${ID.toLowerCase()}`, [ID], []],
    ["con un flusso e un pagamento", `/RFB/${IUV}/1.00 /PUR/LGPE-RIVERSAMENTO/URI/${ID}`, [ID], [IUV]],
    ["con due pagamenti", `/RFB/${IUV}/1.00 /RFB/202599000361001/2.00`, [], [IUV, "202599000361001"]],
    ["con il numero d'avviso di auxDigit 0", "AVVISO PAGOPA 001202599000361001", [], ["202599000361001"]],
    ["di Banca d'Italia", `GIROFONDI BANCA D'ITALIA TU 0123456 /PUR/LGPE-RIVERSAMENTO/URI/${ID}`, [ID], []],
    ["con il riferimento RF minuscolo", "/rfs/rf18539007547034/10.00", [], ["RF18539007547034"]],
  ])("%s", (_caso, testo, flussi, iuv) => {
    const letta = readCausale(testo);
    expect(letta.flussi.map(({ idFlusso }) => idFlusso)).toEqual(flussi);
    expect(letta.iuv).toEqual(iuv);
  });

  it.each<[string, string, object]>([
    ["intera e con altro testo dopo", `URI/${ID} ORD BANCA`, { idFlusso: ID, integrita: "intero", inFondo: false }],
    ["intera ma in fondo", `/PUR/LGPE-RIVERSAMENTO/URI/${ID}`, { idFlusso: ID, integrita: "intero", inFondo: true }],
    [
      "tagliata nel mittente",
      "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03",
      { idFlusso: "2026-03-17ABI03", integrita: "troncato", inFondo: true },
    ],
    ["tagliata dopo la data", "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17", { idFlusso: "2026-03-17", integrita: "troncato" }],
    ["con il numero dell'integrazione", `/PUR/LGPE-RIVERSAMENTO/TXT/3/URI/${ID}`, { integrazione: 3 }],
    [
      "con uno spazio che lascia due letture",
      "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069-0001 12 ABC",
      { letture: ["2026-03-17ABI03069-000112", "2026-03-17ABI03069-0001", "2026-03-17ABI03069-000112ABC"] },
    ],
    [
      "con il trattino perso dopo il mittente",
      "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069 000012345",
      { letture: expect.arrayContaining([ID]) },
    ],
    [
      "che finisce con un trattino",
      "RIVERSAMENTO/URI/2021-09-15ABI06090-CC0ISB28- PSP",
      { idFlusso: "2021-09-15ABI06090-CC0ISB28-", letture: expect.arrayContaining(["2021-09-15ABI06090-CC0ISB28"]) },
    ],
  ])("%s: del flusso si sa quanto è intero", (_caso, testo, atteso) => {
    expect(readCausale(testo).flussi[0]).toMatchObject(atteso);
  });

  it("tagliata prima della data non dà chiavi, ma la forma si riconosce da rileggere", () => {
    const letta = readCausale("79-GIROCONTO TRA BANCHE /PUR/LGPE-RIVERSAMENTO/URI/2");
    expect(hasChiavi(letta)).toBe(false);
    expect(sembraPagoPa({ causale: letta.testoResiduo })).toBe(true);
  });

  it("lascia il testo che nessuna forma spiega", () => {
    expect(readCausale(`ACCREDITI VARI /PUR/LGPE-RIVERSAMENTO/URI/${ID} ORD  PSP SPA`).testoResiduo).toBe("ACCREDITI VARI ORD PSP SPA");
  });

  it.each(["/RFB/O1188340000064357/10.00", "/RFB/OI188340000064351/10.00"])(
    "con lettere che le cifre di controllo non confermano non dà IUV: %s",
    (testo) => {
      expect(readCausale(testo).iuv).toEqual([]);
    },
  );
});

/** Without separators nothing tells where a word of the bank ends and RFB begins, nor where an IUV of 15 digits before a blank does. */
const isIrrecuperabile = (forma: string, guasti: readonly string[], testo: string): boolean =>
  forma.startsWith("SINGOLO") &&
  guasti.includes("SEPARATORI_PERSI") &&
  (guasti.includes("TESTO_ATTACCATO") || /RFB\d{15,16}\s/.test(testo));

/** Places of the damages: inside the date, the sender, the number. */
const PUNTI = [3, 9, 16, 25];

it("ogni forma con due alterazioni qualsiasi, in qualunque ordine, dà ancora la chiave, o il suo inizio quando è stata tagliata", () => {
  const perse: string[] = [];
  for (const forma of FORME) {
    const chiave = forma.atteso.toUpperCase();
    for (const primo of guastiDi(forma)) {
      for (const secondo of guastiDi(forma)) {
        const nomi = [primo.id, secondo.id];
        const tagliata = nomi.includes("CHIAVE_TRONCATA");
        for (const punto of PUNTI) {
          const unaVolta = primo.altera(forma.esempio, punto, forma.atteso);
          const testo = primo === secondo ? unaVolta : secondo.altera(unaVolta, punto + 2, forma.atteso);
          const trovata = chiaviDi(testo).some((letta) => letta === chiave || (tagliata && letta.length >= 10 && chiave.startsWith(letta)));
          if (!trovata && !isIrrecuperabile(forma.id, nomi, testo)) perse.push(`${forma.id} ${nomi.join("+")}: ${testo}`);
        }
      }
    }
  }
  expect(perse).toEqual([]);
});

const parola = fc.constantFrom(
  ..."BONIFICO A VOSTRO FAVORE DA DISPOSTO IL FATTURA N. SALDO ACCONTO VERSAMENTO CONTANTI RIVERSAMENTO INCASSI POS STIPENDI TRN CRO RIF: IBAN ABI CAB ORD. COMUNE DI PROVA IMU AVVISO BOLLETTA URI RETTA MENSA CAUSALE GIROCONTO DEL AL".split(
    " ",
  ),
);
const numero = fc.oneof(
  fc.stringMatching(/^\d{1,14}$/),
  fc.stringMatching(/^\d{1,6},\d\d$/),
  fc.stringMatching(/^(0[1-9]|[12]\d)\/(0[1-9]|1[0-2])\/20[12]\d$/),
  fc.stringMatching(/^20[12]\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)$/),
  fc.stringMatching(/^IT\d\d[A-Z]\d{22}$/),
  fc.stringMatching(/^[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]$/),
  fc.stringMatching(/^[A-Z]{4}IT[A-Z0-9]{2}(X{3})?$/),
  fc.stringMatching(/^\d{20,30}$/),
  fc.uuid(),
);

it("dalla prosa delle banche non esce nessuna chiave", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(parola, numero), { maxLength: 30 }), fc.constantFrom(" ", "/", " - "), (pezzi, separatore) => {
      const letta = readCausale(pezzi.join(separatore));
      expect([letta.flussi, letta.iuv, letta.iur]).toEqual([[], [], []]);
    }),
    { numRuns: 2000 },
  );
});

it("su un testo qualsiasi non si ferma, dà chiavi della forma giusta e finisce", async () => {
  const pezzi = fc.array(
    fc.constantFrom(
      "LGPE-RIVERSAMENTO",
      "L G P E",
      "URI",
      "/",
      " ",
      "RFS",
      "RFB",
      "IUR",
      "IUV",
      "AVVISO",
      "2026-03-17",
      "-",
      "9",
      "A",
      ".",
      "\n",
    ),
    {
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 1000 }),
        pezzi.map((p) => p.join("")),
      ),
      (testo) => {
        for (const chiave of chiaviDi(testo)) expect(chiave).toMatch(/^[A-Z0-9_.-]{1,36}$/);
      },
    ),
  );
  for (const nocivo of [
    "L ",
    "URI ",
    "RFB/1 ",
    "LGPE-RIVERSAMENTO URI ",
    "9 ",
    "RFS/RF ",
    "IUR ",
    "BOLLETTINO P.A. ",
    "2026-03-17ABI0",
    "A",
    ":RI2:",
  ])
    await ends(() => readCausale(nocivo.repeat(100_000)));
});

describe("i testi senza chiave", () => {
  it.each<[boolean, string, string]>([
    [true, "ACCREDITO SERVIZIO PAGOPA DEL 17/03/2026", ""],
    [true, "ACCREDITO BOLLETTINI P.A. N. 12", ""],
    [true, "BONIFICO N. 44", "PostePay S.p.A."],
    [true, "BONIFICO N. 44", "Banca Prova Servizio pagoPA"],
    [true, "/RFB/12345/10.00", ""],
    [false, "VERSAMENTO CONTANTI ECONOMO", "Rossi Mario"],
    [false, "RIVERSAMENTO INCASSI POS", "Nexion srl"],
    [false, "", ""],
  ])("sembra pagoPA: %s per %j di %j", (atteso, causale, ordinante) => {
    expect(sembraPagoPa({ causale, ordinante })).toBe(atteso);
  });

  it("hanno la stessa forma quando cambiano solo numeri e codici", () => {
    const forma = formaNormalizzata("Accredito pagoPA  n. 123 del 17/03/2026 rif A1B2C3D4E5");
    expect(forma).toBe("ACCREDITO PAGOPA N. 9 DEL 9/9/9 RIF #");
    expect(formaNormalizzata("ACCREDITO PAGOPA N. 4 DEL 1/1/2027 RIF ZZ99YY88XX")).toBe(forma);
    expect(formaNormalizzata("x".repeat(5000))).toHaveLength(120);
  });
});
